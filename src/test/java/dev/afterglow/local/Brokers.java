package dev.afterglow.local;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Settings of brokers for tests. */
final class Brokers {

    private Brokers() {}

    /** The unpacked distribution, as the build names it. */
    static String home() {
        return System.getProperty("afterglow.local.broker-home", "~/.cache/afterglow/camunda-zeebe-8.6.0");
    }

    static LocalSettings onFreePorts() throws IOException {
        return onFreePorts(home());
    }

    static LocalSettings onFreePorts(String home) throws IOException {
        List<BrokerPort> ports = BrokerPort.withoutZeros(
                Stream.generate(() -> new BrokerPort("any", 0)).limit(5).toList());
        return new LocalSettings(
                true,
                home,
                ports.get(0).number(),
                ports.get(1).number(),
                ports.get(2).number(),
                ports.get(3).number(),
                ports.get(4).number(),
                DataSize.ofMegabytes(512));
    }
}
