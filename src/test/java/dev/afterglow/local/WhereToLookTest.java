package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

class WhereToLookTest {

    @TempDir
    private Path folder;

    @Test
    void generatedSecretsAreShownAndConfiguredOnesAreNot() throws IOException {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty("local.server.port", "4711");
        environment.setProperty(Secrets.API_KEY, "configured-key");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(LocalMode.FILLED_IN, Map.of(Secrets.CONSOLE_PASSWORD, "generated-one")));
        DataFolder data = DataFolder.of(folder);
        LocalBroker broker =
                new LocalBroker(Brokers.onFreePorts(), data, LocalClock.keptIn(folder.resolve("clock-offset")));
        String text = new WhereToLook(environment, data, broker).text();
        broker.destroy();
        assertThat(text)
                .contains("http://localhost:4711/   user admin, password generated-one")
                .contains("API key         as configured")
                .doesNotContain("configured-key")
                .contains(folder.toString(), "starting", "zeebe.log");
    }
}
