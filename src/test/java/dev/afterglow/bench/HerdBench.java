package dev.afterglow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.real.AppProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many journeys wait for one timer each, and all timers are due at the same moment. */
class HerdBench {

    private static final String JOURNEY = "Herd";
    private static final Path JOURNEYS = Path.of("src/test/resources/bench/bpmn");
    private static final int HERD = Integer.getInteger("bench.herd", 20_000);
    private static final int BATCH = 500;
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @AfterEach
    void keepTheLog() throws IOException {
        Path log = Files.createDirectories(Path.of("target/bench")).resolve("herd.log");
        Files.copy(folder.resolve("app.log"), log, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void allFinishOnce() throws Exception {
        Map<String, String> settings = Map.of(
                "afterglow.check.required",
                "false",
                "afterglow.journey.folder",
                JOURNEYS.toAbsolutePath().toString());
        List<String> orders =
                IntStream.rangeClosed(1, HERD).mapToObj(i -> "herd-" + i).toList();
        try (AppProcess process = AppProcess.startForLong(folder, settings).untilTheEngineAnswers()) {
            AppUnderLoad app = AppUnderLoad.of(process);
            gather(app, orders);
            process.advance(Duration.ofHours(2));
            Instant due = Instant.parse(process.json("/api/clock").get("now").asText());
            app.awaitRuns(JOURNEY, "ended", HERD, LONG);
            assertThat(app.count(JOURNEY, "ended")).as("ended").isEqualTo(HERD);
            report(app, due, app.messages(orders), orders);
            sameProcesses(app);
        }
    }

    /** All orders in, all instances at their timer. */
    private static void gather(AppUnderLoad app, List<String> orders) throws IOException {
        for (int from = 0; from < orders.size(); from += BATCH) {
            List<String> batch = orders.subList(from, Math.min(orders.size(), from + BATCH));
            String body = batch.stream().map(HerdBench::paid).collect(Collectors.joining(",", "[", "]"));
            var answer =
                    app.process().post("/events", Map.of("Content-Type", "application/cloudevents-batch+json"), body);
            assertThat(answer.statusCode()).as("a batch of orders").isEqualTo(200);
        }
        app.awaitRuns(JOURNEY, "started", HERD, LONG);
        await().atMost(Duration.ofMinutes(1)).until(() -> entered(app) >= HERD);
    }

    /** How many "Enter journey" steps the engine knows to be done. */
    private static double entered(AppUnderLoad app) throws IOException {
        return app.metric("camunda_job_invocations_total", "action=\"completed\"", "type=\"journey.enter\"");
    }

    private static String paid(String order) {
        return """
                {"specversion": "1.0", "id": "%1$s", "source": "/bench", "type": "order.paid", "subject": "%1$s",
                 "data": {"order": {"number": "#%1$s", "lines": [{"title": "Espresso machine"}, {"title": "Cup"}]},
                          "customer": {"id": "c-%1$s", "email": "%1$s@example.com", "firstName": "Ada"}}}
                """.formatted(order);
    }

    private static void report(AppUnderLoad app, Instant due, List<AppUnderLoad.Sent> messages, List<String> orders)
            throws IOException {
        assertThat(messages)
                .as("none lost, none silent")
                .allMatch(one -> one.status().equals("accepted"));
        assertThat(messages.stream().map(AppUnderLoad.Sent::order))
                .as("none lost, none twice")
                .hasSize(HERD)
                .containsExactlyInAnyOrderElementsOf(orders);
        List<Instant> times =
                messages.stream().map(AppUnderLoad.Sent::at).collect(Collectors.toCollection(ArrayList::new));
        Latencies late = new Latencies(
                times.stream().map(time -> Duration.between(due, time)).toList());
        double rate = HERD / (Duration.between(due, Collections.max(times)).toMillis() / 1000.0);
        Figures.publish(
                "%d journeys whose timers are due at once".formatted(HERD),
                List.of(
                        Figure.of("herd, sent per second", rate, "1/s"),
                        Figure.of("herd, lateness p50", late.median() / 1000, "s"),
                        Figure.of("herd, lateness p99", late.percentile(99) / 1000, "s"),
                        Figure.of("herd, lateness max", late.longest() / 1000, "s"),
                        Figure.of(
                                "herd, attempts that failed",
                                app.metric("camunda_job_invocations_total", "failed"),
                                ""),
                        Figure.of("herd, app resident, peak", app.app().peakMegabytes(), "MB"),
                        Figure.of("herd, broker resident, peak", app.broker().peakMegabytes(), "MB")
                                .wanted("about 1024")));
    }

    private static void sameProcesses(AppUnderLoad app) throws IOException {
        assertThat(app.process().status("/actuator/health"))
                .as("app and broker answer")
                .isEqualTo(200);
        assertThat(app.app().process().isAlive())
                .as("the app was never restarted")
                .isTrue();
        assertThat(app.process().broker())
                .as("the broker was never restarted")
                .isEqualTo(app.broker().process());
    }
}
