package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerPortTest {

    @Test
    void zerosBecomeDifferentFreePorts() throws IOException {
        List<BrokerPort> ports = BrokerPort.withoutZeros(
                List.of(new BrokerPort("a", 0), new BrokerPort("b", 26500), new BrokerPort("c", 0)));
        assertThat(ports).extracting(BrokerPort::property).containsExactly("a", "b", "c");
        assertThat(ports)
                .extracting(BrokerPort::number)
                .doesNotContain(0)
                .doesNotHaveDuplicates()
                .contains(26500);
        assertThat(ports.get(0).isTaken()).isFalse();
    }

    @Test
    void aPortWithAServerIsTaken() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new BrokerPort("a", server.getLocalPort()).isTaken()).isTrue();
        }
    }
}
