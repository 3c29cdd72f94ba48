package dev.afterglow.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.faults.FaultReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is dead for a while; what came in meanwhile reaches the next one, in order for each order. */
class BrokerAwayFaultsIT {

    private static final Duration AWAY = FaultReport.full() ? Duration.ofSeconds(60) : Duration.ofSeconds(5);
    private static final int SENDERS = 16;
    private static final int ORDERS_EACH = FaultReport.full() ? 25 : 5;
    private static final int STEPS = 6;
    private static final Duration SOON = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void whatWasAcceptedWhileTheBrokerWasDeadIsPublishedInOrderForEachOrder() throws Exception {
        Map<String, String> settings = Map.of(
                "afterglow.journey.folder",
                Files.createDirectory(folder.resolve("bpmn")).toString());
        try (AppProcess app = AppProcess.start(folder, settings).untilTheEngineAnswers();
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            Instant back = Instant.now().plus(AWAY);
            List<Future<List<String>>> telling = new ArrayList<>();
            killBroker(app);
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                telling.add(senders.submit(() -> tell(app, number)));
            }
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(AWAY.plusSeconds(30))
                    .until(() -> {
                        killBroker(app);
                        return Instant.now().isAfter(back) && telling.stream().allMatch(Future::isDone);
                    });
            assertThat(app.status("/actuator/health")).isEqualTo(503);
            assertThat(app.status("/actuator/health/readiness")).isEqualTo(200);

            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> isZero(app, "afterglow_arrivals_waiting") && isZero(app, "afterglow_relay_waiting"));
            for (Future<List<String>> orders : telling) {
                for (String order : orders.get()) {
                    assertInOrder(app, order);
                }
            }
        }
    }

    /** Each order's events one after the other, as a shop tells them; every one is accepted. */
    private static List<String> tell(AppProcess app, int sender) throws IOException {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS_EACH; i++) {
            String order = "o-" + sender + "-" + i;
            for (int step = 0; step < STEPS; step++) {
                assertThat(app.post(
                                        "/events",
                                        Map.of("Content-Type", "application/cloudevents+json"),
                                        event(order, step))
                                .statusCode())
                        .isEqualTo(200);
            }
            orders.add(order);
        }
        return orders;
    }

    private static String event(String order, int step) {
        return """
                {"specversion": "1.0", "id": "%s-%d", "source": "/shop", "type": "%s", "subject": "%s", "time": "%s",
                 "data": %s}
                """.formatted(
                order, step, type(step), order, Instant.now(), step == 0 ? "{\"order\": {\"number\": \"#1\"}}" : "{}");
    }

    private static String type(int step) {
        return step == 0 ? "order.created" : "custom.step-" + step;
    }

    private static void killBroker(AppProcess app) {
        try {
            app.broker().destroyForcibly();
        } catch (IOException | RuntimeException noneNow) {
            // why: the next one is about to be started.
        }
    }

    private static boolean isZero(AppProcess app, String gauge) throws IOException {
        return app.text("/actuator/prometheus?includedNames=" + gauge).contains("\n" + gauge + " 0.0");
    }

    private static void assertInOrder(AppProcess app, String order) throws IOException {
        List<JsonNode> events = StreamSupport.stream(
                        app.json("/api/events?order=" + order).get("events").spliterator(), false)
                .toList();
        assertThat(events.stream().map(event -> event.get("type").asText()))
                .containsExactlyElementsOf(IntStream.range(0, STEPS)
                        .mapToObj(BrokerAwayFaultsIT::type)
                        .toList());
        List<Instant> published = events.stream()
                .map(event -> Instant.parse(event.get("publishedAt").asText()))
                .toList();
        // why: of one order, the next leaves only when the one before it was taken.
        assertThat(published).doesNotHaveDuplicates().isSorted();
    }
}
