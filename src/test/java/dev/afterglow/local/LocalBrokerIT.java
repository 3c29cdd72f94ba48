package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class LocalBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void itsClockIsTheAppsThroughMovesAndDeathsAndRestarts() throws Exception {
        long second;
        try (ConfigurableApplicationContext app = app()) {
            long first = pidOnceRunning(app);
            app.getBean(TimeTravel.class).moveBy(Duration.ofDays(3));
            assertThatClocksAgree(app);
            assertThat(app.getBean(LocalClock.class).offset()).isEqualTo(Duration.ofDays(3));

            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            second = pidOnceRunningAgain(app, first);
            assertThatClocksAgree(app);
        }
        assertThat(isAlive(second)).isFalse();
        assertThat(DataFolder.of(folder).brokerPid()).doesNotExist();

        try (ConfigurableApplicationContext app = app()) {
            pidOnceRunning(app);
            assertThatClocksAgree(app);
            assertThat(app.getBean(LocalClock.class).offset()).isEqualTo(Duration.ofDays(3));
        }
    }

    @Test
    void aBrokerLeftBehindByAKilledAppIsReplaced() throws Exception {
        BrokerProcess orphan = BrokerProcess.start(Brokers.onFreePorts(), DataFolder.of(folder));
        try (ConfigurableApplicationContext app = app()) {
            long pid = pidOnceRunning(app);
            assertThat(pid).isNotEqualTo(orphan.pid());
            assertThat(isAlive(orphan.pid())).isFalse();
        } finally {
            orphan.stop();
        }
    }

    @Test
    void itStopsWhileItIsStillStarting() throws Exception {
        long pid;
        try (ConfigurableApplicationContext app = app()) {
            Path pidFile = DataFolder.of(folder).brokerPid();
            await().atMost(PATIENCE).until(() -> Files.exists(pidFile));
            pid = new PidFile(pidFile).living().orElseThrow().pid();
            assertThat(app.getBean(LocalBroker.class).state()).isEqualTo(new BrokerState.Starting());
        }
        assertThat(isAlive(pid)).isFalse();
    }

    private ConfigurableApplicationContext app() {
        return new SpringApplicationBuilder(LocalApp.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--afterglow.data-dir=" + folder,
                        "--afterglow.local.broker-home=" + Brokers.home(),
                        "--afterglow.local.gateway-port=0",
                        "--afterglow.local.rest-port=0",
                        "--afterglow.local.management-port=0",
                        "--afterglow.local.command-port=0",
                        "--afterglow.local.internal-port=0");
    }

    private static long pidOnceRunning(ConfigurableApplicationContext app) {
        return pidOnceRunningAgain(app, -1);
    }

    private static long pidOnceRunningAgain(ConfigurableApplicationContext app, long before) {
        LocalBroker broker = app.getBean(LocalBroker.class);
        await().atMost(PATIENCE)
                .until(() -> broker.state() instanceof BrokerState.Running running && running.pid() != before);
        return ((BrokerState.Running) broker.state()).pid();
    }

    private static void assertThatClocksAgree(ConfigurableApplicationContext app) throws Exception {
        try (BrokerActuator actuator =
                new BrokerActuator(app.getBean(LocalSettings.class).managementPort())) {
            Instant there = actuator.time();
            Instant here = app.getBean(LocalClock.class).instant();
            assertThat(Duration.between(there, here).abs()).isLessThan(Duration.ofMinutes(1));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LocalSettings.class)
    @Import(LocalConfiguration.class)
    static class LocalApp {}
}
