package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.MovableClock;
import dev.afterglow.faults.FaultReport;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.FileDatabase;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientConfiguration;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events that are accepted before, while and after the engine is away, over the wire and on a real database. */
class EngineAwayFaultsIT {

    private static final Duration AWAY = FaultReport.full() ? Duration.ofSeconds(60) : Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int ORDERS = 40;
    private static final int SENDERS = 4;
    private static final int AT_LEAST = 3;
    private static final Duration PACE = Duration.ofMillis(200);

    private final EngineLine line = new EngineLine();
    private final MovableClock clock = new MovableClock();
    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final JourneySettings settings =
            new JourneySettings(null, true, Duration.ofSeconds(5), 10, Duration.ofMinutes(1), 64);

    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void whatWasAcceptedIsPublishedWhenTheEngineIsBackThatOfOneOrderInOrder() throws Exception {
        try (RecordingGateway gateway = new RecordingGateway(20_261_122);
                Database database = FileDatabase.open(folder.resolve("events"));
                CamundaClient engine = line.client(to(gateway))) {
            Events events = database.transactional(new Events(database.client(), clock, queued -> {}));
            Relay relay = relay(database, engine);
            relay.start();
            try {
                accept(database, events, Duration.ZERO);
                await().atMost(LONGEST).until(() -> gateway.count() > 0);
                gateway.goAway();
                int before = gateway.count();
                accept(database, events, AWAY);
                assertThat(gateway.count()).as("published to nobody").isEqualTo(before);
                assertThat(size()).isGreaterThan(before);
                gateway.comeBack();
                accept(database, events, Duration.ZERO);

                await().atMost(LONGEST).until(() -> gateway.count() == size());
            } finally {
                relay.stop();
            }
            assertThat(gateway.taken()).isEqualTo(accepted);
            assertThat(database.client()
                            .sql("select count(*) from outbox")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static CamundaClientConfiguration to(RecordingGateway gateway) {
        CamundaClientBuilderImpl settings = new CamundaClientBuilderImpl();
        settings.grpcAddress(gateway.address()).preferRestOverGrpc(false);
        return settings;
    }

    private Relay relay(Database database, CamundaClient engine) {
        Deployer deployer = mock(Deployer.class);
        when(deployer.isSettled()).thenReturn(true);
        Outbox outbox = database.transactional(new Outbox(database.client(), clock));
        return new Relay(outbox, new Publisher(engine, settings), deployer, line, settings);
    }

    /** Several senders at once, each with orders of its own, for so long and at least some events of each order. */
    private void accept(Database database, Events events, Duration span) throws Exception {
        long end = System.nanoTime() + span.toNanos();
        AllAtOnce.run(SENDERS, sender -> {
            for (int round = 0; round < AT_LEAST || System.nanoTime() < end; round++) {
                for (int order = sender; order < ORDERS; order += SENDERS) {
                    String id = "order-" + order;
                    int told = counter.incrementAndGet();
                    Recording one = database.inTransaction(
                            () -> events.record(AnEvent.told("shop", id + "-" + told, id + "-" + told, id)));
                    accepted.computeIfAbsent(id, key -> new ArrayList<>()).add(one.eventId());
                }
                LockSupport.parkNanos(PACE.toNanos());
            }
            return null;
        });
    }

    private int size() {
        return accepted.values().stream().mapToInt(List::size).sum();
    }
}
