package dev.afterglow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class AccessSettingsTest {

    @Test
    void everySettingCanComeFromTheEnvironment() {
        AccessSettings settings = from(Map.of(
                "AFTERGLOW_API_KEY", "key",
                "AFTERGLOW_CONSOLE_USER", "olga",
                "AFTERGLOW_CONSOLE_PASSWORD", "word",
                "AFTERGLOW_INTAKE_MAX_BODY", "1MB",
                "AFTERGLOW_DATA_DIR", "elsewhere"));
        assertThat(settings.apiKey()).isEqualTo("key");
        assertThat(settings.console()).isEqualTo(new AccessSettings.Console("olga", "word", List.of(), Map.of()));
        assertThat(settings.intake().maxBody()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void withoutSettingsThereIsNoSecretAndTheLimitIsTwoMegabytes() {
        AccessSettings settings = from(Map.of());
        assertThat(settings.apiKey()).isNull();
        assertThat(settings.console()).isEqualTo(new AccessSettings.Console("admin", null, List.of(), Map.of()));
        assertThat(settings.intake().maxBody().toBytes()).isEqualTo(2 * 1024 * 1024);
    }

    @Test
    void aSecretIsNeverPrinted() {
        AccessSettings settings =
                from(Map.of("AFTERGLOW_API_KEY", "secret-1", "AFTERGLOW_CONSOLE_PASSWORD", "secret-2"));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void aPasswordThatWouldBeCutOffIsRefusedAtStart() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("afterglow.console.password=" + "ä".repeat(37))
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("72 bytes"));
    }

    @org.springframework.boot.context.properties.EnableConfigurationProperties(AccessSettings.class)
    static class Settings {}

    private static AccessSettings from(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("afterglow", AccessSettings.class);
    }
}
