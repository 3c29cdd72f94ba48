package dev.afterglow.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.real.AppProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The packaged app with its broker, and what can be read of them while they work. */
record AppUnderLoad(AppProcess process, Program app, Program broker) {

    private static final String RUNS = "afterglow_journey_runs_total";

    /** A message of the ledger. */
    record Sent(String order, String status, Instant at) {}

    static AppUnderLoad of(AppProcess process) throws IOException {
        return new AppUnderLoad(process, new Program(process.handle()), new Program(process.broker()));
    }

    /** CPU seconds app and broker have used so far. */
    double cpuSeconds() {
        return app.cpuSeconds() + broker.cpuSeconds();
    }

    /** Waits until so many runs of a journey were counted as {@code started} or {@code ended}. */
    void awaitRuns(String journey, String state, long count, Duration most) {
        // why: the counter costs the app next to nothing, counting the rows of the table costs more with every run.
        await().atMost(most)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> metric(RUNS, "journey=\"" + journey + "\"", "state=\"" + state + "\"") >= count);
    }

    /** How many runs of a journey are in this state, by the app's own books. */
    long count(String journey, String state) throws IOException {
        for (JsonNode one : process.json("/api/journeys").get("journeys")) {
            if (one.get("journey").asText().equals(journey)) {
                return one.get(state).asLong();
            }
        }
        return 0;
    }

    /** The sum of all values of a metric whose line holds all of these words. */
    double metric(String name, String... words) throws IOException {
        return process.text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The value of one gauge, asked for alone: collecting all of them every second would be part of the load. */
    double gauge(String name) throws IOException {
        return process.text("/actuator/prometheus?includedNames=" + name)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** The messages about these orders, in no order. */
    List<Sent> messages(List<String> orders) throws InterruptedException, ExecutionException {
        List<Future<List<Sent>>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            orders.forEach(order -> asked.add(threads.submit(() -> messages(order))));
        }
        List<Sent> all = new ArrayList<>();
        for (Future<List<Sent>> one : asked) {
            all.addAll(one.get());
        }
        return all;
    }

    private List<Sent> messages(String order) throws IOException {
        List<Sent> messages = new ArrayList<>();
        for (JsonNode one : process.json("/api/messages?order=" + order).get("messages")) {
            Instant at = one.get("sentAt").isNull()
                    ? null
                    : Instant.parse(one.get("sentAt").asText());
            messages.add(new Sent(order, one.get("status").asText(), at));
        }
        return messages;
    }
}
