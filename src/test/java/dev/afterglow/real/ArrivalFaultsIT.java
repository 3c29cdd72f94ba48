package dev.afterglow.real;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.faults.FaultReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every event delivered many times, shuffled, by many senders at once, while app and broker are killed: in the end
 * everything is as if each had been told once and in order.
 */
class ArrivalFaultsIT {

    private static final int ORDERS = FaultReport.full() ? 250 : 24;
    private static final int MOST_DELIVERIES = FaultReport.full() ? 50 : 8;
    private static final int SENDERS = 16;
    private static final long SEED = Long.getLong("afterglow.faults.seed", 20_261_122);
    private static final List<String> JOURNEYS =
            List.of("CareTips", "ProductFeedback", "ReviewRequest", "ServiceFeedback", "ShippingUpdates", "ThankYou");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofMinutes(10);

    private final Random chance = new Random(SEED);
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant morning = started.minus(Duration.ofHours(3));
    // why: by noon all that is sent in the morning is out or waits for the next one, however late the test is run.
    private final ZoneOffset whereItIsNoon =
            ZoneOffset.ofHours(12 - started.atZone(ZoneOffset.UTC).getHour());
    private final AtomicInteger delivered = new AtomicInteger();
    private volatile AppProcess app;

    @TempDir
    private Path folder;

    @Test
    void shuffledRepeatedAndInterruptedItEndsAsIfToldOnceInOrder() throws Exception {
        List<List<String>> stories =
                Stream.iterate(1, i -> i + 1).limit(ORDERS).map(this::story).toList();
        Map<String, String> expected = calm(stories);
        Map<String, String> stormy = storm(stories);

        assertThat(expected)
                .hasSize(ORDERS)
                .allSatisfy((order, end) -> assertThat(end)
                        .contains("runs=" + JOURNEYS, "messages=1", "twice=[]", "delivered", "refunded=5.00"));
        assertThat(stormy).isEqualTo(expected);
    }

    private Map<String, String> calm(List<List<String>> stories) throws IOException {
        Path own = Files.createDirectory(folder.resolve("calm"));
        try (AppProcess calm = AppProcess.start(own, Map.of()).untilTheEngineAnswers()) {
            app = calm;
            for (List<String> story : stories) {
                story.forEach(this::deliver);
            }
            return endings();
        }
    }

    private Map<String, String> storm(List<List<String>> stories) throws Exception {
        List<String> deliveries = new ArrayList<>();
        for (List<String> story : stories) {
            story.forEach(event -> deliveries.addAll(Collections.nCopies(1 + chance.nextInt(MOST_DELIVERIES), event)));
        }
        Collections.shuffle(deliveries, chance);
        Path own = Files.createDirectory(folder.resolve("storm"));
        app = AppProcess.start(own, Map.of()).untilTheEngineAnswers();
        delivered.set(0);
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            deliveries.forEach(event -> senders.execute(() -> deliver(event)));
            for (int third = 1; third <= 2; third++) {
                int enough = third * deliveries.size() / 3;
                await().atMost(SOON).until(() -> delivered.get() >= enough);
                app.broker().destroyForcibly();
                app.kill();
                app = AppProcess.start(own, Map.of()).untilItAnswers();
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(SOON.toMinutes(), TimeUnit.MINUTES))
                    .isTrue();
        }
        try (AppProcess last = app) {
            return endings();
        }
    }

    /** As a sender does it: again and again until it is taken. */
    private void deliver(String event) {
        while (true) {
            try {
                int status = app.post("/events", Map.of("Content-Type", "application/cloudevents+json"), event)
                        .statusCode();
                if (status == 200) {
                    delivered.incrementAndGet();
                    return;
                }
                assertThat(status).as("only trouble is tried again").isGreaterThanOrEqualTo(500);
            } catch (IOException down) {
                // why: the app was killed; a sender waits a moment and repeats.
            }
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    /** How each order ended, once the engine has heard all and every order's message is out. */
    private Map<String, String> endings() throws IOException {
        await().atMost(SOON).pollInterval(LOOK).until(this::isAllTold);
        for (int order = 1; order <= ORDERS; order++) {
            String id = id(order);
            await().atMost(SOON).pollInterval(LOOK).until(() -> isDone(id));
        }
        Map<String, String> endings = new TreeMap<>();
        for (int order = 1; order <= ORDERS; order++) {
            endings.put(id(order), ending(id(order)));
        }
        return endings;
    }

    private boolean isAllTold() throws IOException {
        // why: what is understood later is queued for the engine later.
        return isZero("afterglow_arrivals_waiting") && isZero("afterglow_relay_waiting");
    }

    private boolean isZero(String gauge) throws IOException {
        return app.text("/actuator/prometheus?includedNames=" + gauge).contains("\n" + gauge + " 0.0");
    }

    private boolean isDone(String order) throws IOException {
        return messages(order).anyMatch(message -> isOf("ThankYou", message) && isAccepted(message))
                && runs(order).containsAll(JOURNEYS);
    }

    private String ending(String order) throws IOException {
        JsonNode known = app.json("/api/orders/" + order);
        return "status=%s email=%s name=%s total=%s refunded=%s lines=%s parcels=%s runs=%s messages=%d twice=%s"
                .formatted(
                        known.get("status").asText(),
                        known.at("/customer/email").asText(),
                        known.at("/customer/firstName").asText(),
                        known.get("total").asText(),
                        known.get("refunded").asText(),
                        known.get("lines"),
                        known.get("parcels"),
                        runs(order),
                        // why: what a parcel's reports are still worth telling is decided by when they come; all else
                        // but the thanks waits for another morning.
                        messages(order)
                                .filter(message -> !isOf("ShippingUpdates", message))
                                .count(),
                        twice(order));
    }

    /** All journeys of the order, each as often as it was entered. */
    private List<String> runs(String order) throws IOException {
        return app.json("/api/orders/" + order).get("runs").findValuesAsText("journey").stream()
                .sorted()
                .toList();
    }

    /** What was said more than once about the order. What is no longer news when a late report comes is not said. */
    private List<String> twice(String order) throws IOException {
        Map<String, Long> times = messages(order)
                .filter(ArrivalFaultsIT::isAccepted)
                .collect(groupingBy(message -> message.get("template").asText(), counting()));
        times.values().removeIf(time -> time == 1);
        return List.copyOf(times.keySet());
    }

    private static boolean isOf(String journey, JsonNode message) {
        return message.get("journey").asText().equals(journey);
    }

    private static boolean isAccepted(JsonNode message) {
        return message.get("status").asText().equals("accepted");
    }

    private Stream<JsonNode> messages(String order) throws IOException {
        return StreamSupport.stream(
                app.json("/api/messages?order=" + order).get("messages").spliterator(), false);
    }

    private static String id(int order) {
        return "9007199254740%03d".formatted(order);
    }

    /** Told by the shop, its carrier and its till; the last two reports on lines and name must win. */
    private List<String> story(int number) {
        String order = id(number);
        String parcel = "JJD" + order;
        return List.of(
                event(order, "order.created", order, 0, order("Cup, first edition", "Ada", order)),
                event(order, "order.paid", order, 1, order("Cup, second edition", "Augusta", order)),
                event(order, "order.updated", order, 2, order("Cup, third edition", "Augusta Ada", order)),
                event(order, "parcel.shipped", "s-" + order, 3, """
                        {"orderId": "%s", "parcels": [{"carrier": "DHL", "number": "%s"}]}""".formatted(order, parcel)),
                event(order, "parcel.in-transit", parcel, 4, "{}"),
                event(order, "parcel.out-for-delivery", parcel, 5, "{}"),
                event(order, "parcel.delivered", parcel, 6, "{}"),
                event(order, "order.refunded", order, 7, """
                        {"refundId": "r-%s", "amount": "5.00"}""".formatted(order)));
    }

    private String order(String title, String name, String order) {
        return """
                {"order": {"number": "#%3$s", "email": "buyer-%3$s@example.com", "total": "25.00", "currency": "EUR",
                   "lines": [{"id": "1", "title": "%1$s", "quantity": 2, "price": "12.50"}]},
                 "customer": {"id": "c-%3$s", "email": "buyer-%3$s@example.com", "firstName": "%2$s",
                   "timeZone": "%4$s"}}
                """.formatted(title, name, order, whereItIsNoon);
    }

    private String event(String order, String type, String subject, int minute, String data) {
        return """
                {"specversion": "1.0", "id": "%s-%d", "source": "/storm", "type": "%s", "subject": "%s", "time": "%s",
                 "data": %s}
                """.formatted(order, minute, type, subject, morning.plusSeconds(60L * minute), data);
    }
}
