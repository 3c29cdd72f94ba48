package dev.afterglow.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How the broker is called: a small heap, one partition, this machine only, a clock that can be moved. */
final class BrokerCommand {

    // why: the app's own settings and secrets are none of the broker's business, and SPRING_* would configure it.
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot");

    private final LocalSettings settings;
    private final DataFolder folder;

    BrokerCommand(LocalSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    ProcessBuilder prepared() throws IOException {
        Files.createDirectories(folder.broker());
        Files.createDirectories(folder.brokerLog().getParent());
        writeLogConfiguration();
        ProcessBuilder builder = new ProcessBuilder(words());
        builder.environment().keySet().retainAll(INHERITED);
        // why: glibc otherwise keeps freed native memory in an arena for each thread.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.directory(folder.broker().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.brokerLog().toFile()));
        return builder;
    }

    List<String> words() {
        Path home = settings.home();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + settings.heap().toMegabytes() + "m");
        words.add("-XX:MaxDirectMemorySize=128m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.awt.headless=true");
        properties().forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.add("-classpath");
        words.add(home.resolve("config") + File.pathSeparator + home.resolve("lib") + File.separator + "*");
        words.add("io.camunda.application.StandaloneBroker");
        return words;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("app.name", "broker");
        properties.put("app.home", folder.path());
        properties.put("basedir", folder.broker());
        addNetwork(properties);
        addStorage(properties);
        properties.put("zeebe.broker.threads.cpuThreadCount", 2);
        properties.put("zeebe.broker.threads.ioThreadCount", 2);
        properties.put("zeebe.clock.controlled", true);
        properties.put("afterglow.broker.log", folder.brokerLog());
        properties.put("log4j2.configurationFile", logConfiguration().toUri());
        properties.put("logging.config", logConfiguration().toUri());
        return properties;
    }

    private void addNetwork(Map<String, Object> properties) {
        properties.put("zeebe.broker.network.host", "127.0.0.1");
        properties.put("zeebe.broker.network.advertisedHost", "127.0.0.1");
        properties.put("zeebe.broker.network.commandApi.port", settings.commandPort());
        properties.put("zeebe.broker.network.internalApi.port", settings.internalPort());
        properties.put("zeebe.broker.gateway.network.host", "127.0.0.1");
        properties.put("zeebe.broker.gateway.network.port", settings.gatewayPort());
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", settings.restPort());
        properties.put("management.server.address", "127.0.0.1");
        properties.put("management.server.port", settings.managementPort());
    }

    private void addStorage(Map<String, Object> properties) {
        properties.put("zeebe.broker.data.directory", folder.broker().resolve("data"));
        properties.put("zeebe.broker.cluster.partitionsCount", 1);
        properties.put("zeebe.broker.data.logSegmentSize", "32MB");
        // why: the log stays mapped into memory until the next snapshot; by default that is five minutes of it.
        properties.put("zeebe.broker.data.snapshotPeriod", "1m");
        // why: the defaults (2 GB, 1 GB) refuse all work on a nearly full laptop.
        properties.put("zeebe.broker.data.disk.freeSpace.processing", "200MB");
        properties.put("zeebe.broker.data.disk.freeSpace.replication", "100MB");
        properties.put("zeebe.broker.experimental.rocksdb.memoryLimit", "96MB");
    }

    private Path logConfiguration() {
        return folder.broker().resolve("log4j2.xml");
    }

    private void writeLogConfiguration() throws IOException {
        try (InputStream text = BrokerCommand.class.getResourceAsStream("broker-log4j2.xml")) {
            byte[] bytes = Objects.requireNonNull(text, "broker-log4j2.xml").readAllBytes();
            Files.write(logConfiguration(), bytes);
        }
    }
}
