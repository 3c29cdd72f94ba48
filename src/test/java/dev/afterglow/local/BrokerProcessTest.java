package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingDistributionIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> BrokerProcess.start(Brokers.onFreePorts("/nowhere/camunda"), data()))
                .isInstanceOf(BrokerTrouble.class)
                .hasMessageContaining("/nowhere/camunda")
                .hasMessageContaining("mvn generate-resources")
                .hasMessageContaining("camunda.client.grpc-address");
    }

    @Test
    void aTakenPortIsNamedWithThePropertyThatChangesIt() throws IOException {
        Files.createDirectories(folder.resolve("home/lib"));
        LocalSettings settings = Brokers.onFreePorts(folder.resolve("home").toString());
        try (ServerSocket other = new ServerSocket(settings.restPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> BrokerProcess.start(settings, data()))
                    .isInstanceOf(BrokerTrouble.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("afterglow.local.rest-port");
        }
    }

    @Test
    void theBrokerGetsNeitherTheAppsSettingsNorItsSecrets() throws IOException {
        ProcessBuilder prepared = new BrokerCommand(Brokers.onFreePorts(), data()).prepared();
        assertThat(prepared.environment().keySet())
                .noneMatch(
                        name -> name.startsWith("AFTERGLOW") || name.startsWith("SPRING") || name.startsWith("JAVA"));
        assertThat(prepared.command())
                .contains("-Xmx512m", "-Dzeebe.broker.network.host=127.0.0.1", "-Dserver.address=127.0.0.1")
                .contains("-Dmanagement.server.address=127.0.0.1", "-Dzeebe.broker.gateway.network.host=127.0.0.1");
    }

    @Test
    void onlyAProcessWithTheSameStartIsTheOneWrittenDown() throws IOException {
        PidFile file = new PidFile(data().brokerPid());
        assertThat(file.living()).isEmpty();
        file.write(ProcessHandle.current());
        assertThat(file.living()).contains(ProcessHandle.current());
        Files.writeString(data().brokerPid(), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
        assertThat(file.living()).isEmpty();
        Files.writeString(data().brokerPid(), "nonsense");
        assertThat(file.living()).isEmpty();
    }

    private DataFolder data() {
        return DataFolder.of(folder.resolve("data"));
    }
}
