package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LocalModeTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAnyConfigurationItIsALocalRun() {
        ConfigurableEnvironment environment = after(Map.of("afterglow.data-dir", folder.toString()));
        assertThat(environment.getProperty("afterglow.local.active")).isEqualTo("true");
        assertThat(environment.getProperty("camunda.client.grpc-address")).isEqualTo("http://127.0.0.1:26500");
        assertThat(environment.getProperty("camunda.client.rest-address")).isEqualTo("http://127.0.0.1:8089");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda.client.grpc-address=http://zeebe:26500",
                "camunda.client.mode=saas",
                "camunda.client.cloud.cluster-id=abc",
                "afterglow.local.enabled=false"
            })
    void aBrokerElsewhereOrASwitchTurnsItOffAndNothingIsTouched(String setting) {
        String[] words = setting.split("=", 2);
        ConfigurableEnvironment environment =
                after(Map.of("afterglow.data-dir", folder.resolve("new").toString(), words[0], words[1]));
        assertThat(environment.getProperty("afterglow.local.active")).isNull();
        assertThat(environment.getProperty("afterglow.api-key")).isNull();
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aBrokerElsewhereCanBeNamedByAnEnvironmentVariable() {
        ConfigurableEnvironment environment = environment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "variables", Map.of("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://zeebe:26500")));
        assertThat(LocalMode.isLocalRun(environment)).isFalse();
    }

    @Test
    void theDataFolderCanBeNamedByAnEnvironmentVariable() {
        ConfigurableEnvironment environment = environment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "variables", Map.of("AFTERGLOW_DATA_DIR", folder.toString(), "AFTERGLOW_API_KEY", "known")));
        process(environment);
        assertThat(folder.resolve("secrets.properties")).exists();
        assertThat(environment.getProperty("afterglow.api-key")).isEqualTo("known");
    }

    @Test
    void aRelativeDataFolderIsMadeAbsoluteBecauseTheDatabaseWantsItSo() {
        ConfigurableEnvironment environment =
                after(Map.of("afterglow.data-dir", "some/data", "afterglow.local.enabled", "false"));
        assertThat(environment.getProperty("afterglow.data-dir"))
                .isEqualTo(Path.of("some/data").toAbsolutePath().toString());
    }

    @Test
    void aPortOfZeroBecomesAFreeOneAndTheAddressFollows() {
        ConfigurableEnvironment environment = after(Map.of(
                "afterglow.data-dir", folder.toString(),
                "afterglow.local.gateway-port", "0",
                "afterglow.local.management-port", "0"));
        String port = environment.getProperty("afterglow.local.gateway-port", "");
        assertThat(port).isNotEqualTo("0").isNotEqualTo(environment.getProperty("afterglow.local.management-port"));
        assertThat(environment.getProperty("camunda.client.grpc-address")).isEqualTo("http://127.0.0.1:" + port);
    }

    @Test
    void secretsAreGeneratedWhereNoneOrABlankOneIsConfigured() {
        ConfigurableEnvironment environment = after(Map.of(
                "afterglow.data-dir",
                folder.toString(),
                "afterglow.api-key",
                "known",
                "afterglow.console.password",
                ""));
        assertThat(environment.getProperty("afterglow.api-key")).isEqualTo("known");
        assertThat(environment.getProperty("afterglow.console.password")).hasSizeGreaterThan(20);
        assertThat(environment.getProperty("afterglow.intake.shopify.secret")).hasSizeGreaterThan(20);
        assertThat(folder.resolve("secrets.properties")).content().doesNotContain("afterglow.api-key=");
    }

    @Test
    void aRunThatFailsToStartLeavesTheFolderFree() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "");
        Map<String, String> settings = Map.of("afterglow.data-dir", folder.toString());
        assertThatThrownBy(() -> after(settings)).isInstanceOf(LocalRunFailure.class);
        FolderLock.take(DataFolder.of(folder)).close();
    }

    private static ConfigurableEnvironment after(Map<String, String> settings) {
        ConfigurableEnvironment environment = environment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", new HashMap<>(settings)));
        process(environment);
        return environment;
    }

    private static void process(ConfigurableEnvironment environment) {
        new LocalMode(new DefaultBootstrapContext()).postProcessEnvironment(environment, new SpringApplication());
    }

    // why: what the machine that runs the tests has in its own environment is not part of the test.
    private static ConfigurableEnvironment environment() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        Set<String> names = environment.getPropertySources().stream()
                .map(source -> source.getName())
                .collect(Collectors.toSet());
        names.forEach(environment.getPropertySources()::remove);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
