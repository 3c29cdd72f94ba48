package dev.afterglow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.real.AppProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thank-you of a paid order, from the webhook to the message: how many a second, how much, how soon. */
class JourneyBench {

    private static final String JOURNEY = "ThankYou";
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 2000);
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ROUND_SECONDS = Integer.getInteger("bench.round-seconds", 22);
    private static final int CONNECTIONS = 16;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int STEADY_ORDERS = Integer.getInteger("bench.steady-orders", 1200);
    private static final Duration SOON = Duration.ofMinutes(5);

    /** One measured round; CPU seconds are those of the broker and of whoever did the work. */
    private record Round(int journeys, double seconds, double workCpu, double brokerCpu, double loadCpu) {

        double rate() {
            return journeys / seconds;
        }

        double workCpuPerThousand() {
            return workCpu / journeys * 1000;
        }

        double brokerCpuPerThousand() {
            return brokerCpu / journeys * 1000;
        }

        double cpuPerThousand() {
            return workCpuPerThousand() + brokerCpuPerThousand();
        }
    }

    private final List<Round> empty = new ArrayList<>();
    private final List<Round> product = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private long orders;

    @TempDir
    private Path folder;

    @AfterEach
    void keepTheLog() throws IOException {
        Path log = Files.createDirectories(Path.of("target/bench")).resolve("journey.log");
        Files.copy(folder.resolve("app.log"), log, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void measure() throws Exception {
        int gateway = AppProcess.freePort();
        Map<String, String> settings = Map.of("afterglow.local.gateway-port", String.valueOf(gateway));
        try (AppProcess process = AppProcess.startForLong(folder, settings).untilTheEngineAnswers();
                EmptyTwin twin = new EmptyTwin(URI.create("http://127.0.0.1:" + gateway));
                Shop shop = new Shop(process.address())) {
            AppUnderLoad app = AppUnderLoad.of(process);
            alternate(app, twin, shop);
            compare();
            memory(app);
            steady(app, shop);
            figures.add(Figure.of("webhooks answered with 5xx", (double) shop.sentAgain(), ""));
            nothingWasLostOrRepeated(app);
            Figures.publish("The thank-you journey, app and broker on one machine", figures);
        }
    }

    private void alternate(AppUnderLoad app, EmptyTwin twin, Shop shop) throws Exception {
        double rate = 0;
        for (int i = 0; i < WARM_UPS; i++) {
            rate = empty(app, twin, WARM_UP).rate();
            product(app, shop, WARM_UP);
        }
        int journeys = (int) (rate * ROUND_SECONDS);
        for (int i = 0; i < ROUNDS; i++) {
            empty.add(empty(app, twin, journeys));
            product.add(product(app, shop, journeys));
        }
    }

    private static Round empty(AppUnderLoad app, EmptyTwin twin, int journeys) throws InterruptedException {
        double work = Program.self().cpuSeconds();
        double broker = app.broker().cpuSeconds();
        double seconds = twin.run(journeys);
        return told(
                "empty workers",
                new Round(
                        journeys,
                        seconds,
                        Program.self().cpuSeconds() - work,
                        app.broker().cpuSeconds() - broker,
                        0));
    }

    private Round product(AppUnderLoad app, Shop shop, int journeys) throws InterruptedException, ExecutionException {
        List<Webhook> webhooks = shop.orders(journeys);
        orders += journeys;
        double load = Program.self().cpuSeconds();
        double work = app.app().cpuSeconds();
        double broker = app.broker().cpuSeconds();
        long begin = System.nanoTime();
        shop.post(webhooks, CONNECTIONS);
        app.awaitRuns(JOURNEY, "ended", orders, SOON);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return told(
                "the product",
                new Round(
                        journeys,
                        seconds,
                        app.app().cpuSeconds() - work,
                        app.broker().cpuSeconds() - broker,
                        Program.self().cpuSeconds() - load));
    }

    private static Round told(String what, Round round) {
        System.out.printf(
                "%-14s %6d journeys in %5.1f s: %6.1f/s; CPU s per 1,000: work %.2f, broker %.2f, load %.2f%n",
                what,
                round.journeys(),
                round.seconds(),
                round.rate(),
                round.workCpuPerThousand(),
                round.brokerCpuPerThousand(),
                round.loadCpu() / round.journeys() * 1000);
        return round;
    }

    private void compare() {
        compare("journeys per second", "1/s", Round::rate, "ratio at least 0.8");
        compare("CPU per 1,000 journeys, app and broker", "s", Round::cpuPerThousand, "");
        compare("CPU per 1,000 journeys, app", "s", Round::workCpuPerThousand, "");
        compare("CPU per 1,000 journeys, broker", "s", Round::brokerCpuPerThousand, "");
    }

    private void compare(String name, String unit, ToDoubleFunction<Round> what, String wanted) {
        figures.add(Figure.compared(name, median(product, what), unit, median(empty, what))
                .wanted(wanted));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> what) {
        double[] sorted = rounds.stream().mapToDouble(what).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void memory(AppUnderLoad app) throws Exception {
        double mega = 1024.0 * 1024;
        double used = app.metric("jvm_memory_used_bytes", "area=\"heap\"") / mega;
        double committed = app.metric("jvm_memory_committed_bytes", "area=\"heap\"") / mega;
        figures.add(Figure.of("app heap, used", used, "MB"));
        figures.add(Figure.of("app heap, committed", committed, "MB").wanted("at most 512"));
        figures.add(Figure.of("app resident", app.app().residentMegabytes(), "MB"));
        figures.add(Figure.of("app resident, peak", app.app().peakMegabytes(), "MB"));
        figures.add(Figure.of("broker resident", app.broker().residentMegabytes(), "MB"));
        figures.add(Figure.of("broker resident, peak", app.broker().peakMegabytes(), "MB"));
    }

    private void steady(AppUnderLoad app, Shop shop) throws Exception {
        List<Webhook> webhooks = shop.orders(STEADY_ORDERS);
        orders += STEADY_ORDERS;
        List<Shop.Answered> answered = List.copyOf(shop.post(webhooks, PAUSE));
        app.awaitRuns(JOURNEY, "ended", orders, SOON);
        Map<String, AppUnderLoad.Sent> sent =
                app.messages(answered.stream().map(Shop.Answered::order).toList()).stream()
                        .collect(Collectors.toMap(AppUnderLoad.Sent::order, one -> one));
        latencies(
                "webhook to answer",
                new Latencies(answered.stream().map(Shop.Answered::after).toList()),
                "below 50");
        latencies(
                "webhook to sent",
                new Latencies(answered.stream()
                        .map(one -> Duration.between(
                                one.meant(), sent.get(one.order()).at()))
                        .toList()),
                "below 1000");
    }

    private void latencies(String what, Latencies times, String wanted) {
        String name = what + " at 20 orders a second, ";
        figures.add(Figure.of(name + "p50", times.median(), "ms"));
        figures.add(Figure.of(name + "p99", times.percentile(99), "ms").wanted(wanted));
        figures.add(Figure.of(name + "max", times.longest(), "ms"));
    }

    private void nothingWasLostOrRepeated(AppUnderLoad app) throws Exception {
        assertThat(app.count(JOURNEY, "started")).as("started").isEqualTo(orders);
        assertThat(app.count(JOURNEY, "ended")).as("ended").isEqualTo(orders);
        assertThat(app.metric("afterglow_messages_total", "status=\"sent\""))
                .as("sent")
                .isEqualTo(orders);
    }
}
