package dev.afterglow.bench;

import static org.awaitility.Awaitility.await;

import dev.afterglow.real.AppProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhooks that are accepted while the engine is away, beside a bare endpoint that keeps each body in one row; then how
 * fast what was stored gets to the engine, beside the rate at which it takes messages from anybody.
 */
class IntakeBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WEBHOOKS = Integer.getInteger("bench.webhooks", 4_000);
    private static final int BACKLOG = Integer.getInteger("bench.backlog", 100_000);
    // why: until then compiling what is used costs more than using it, on either side.
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 40_000);
    private static final int RAW = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration SOON = Duration.ofMinutes(15);

    /** One round: how many a second, how long the slowest hundredth took, and milliseconds of a core for each. */
    private record Round(double rate, double p99, double cpu) {}

    private final List<Figure> figures = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        int gateway = AppProcess.freePort();
        Map<String, String> settings = Map.of(
                "afterglow.local.gateway-port", String.valueOf(gateway),
                "afterglow.journey.folder",
                        Files.createDirectory(folder.resolve("bpmn")).toString());
        try (AppProcess process = AppProcess.startForLong(folder, settings).untilTheEngineAnswers();
                BareEndpoint bare =
                        BareEndpoint.start(Files.createDirectory(folder.resolve("bare")), AppProcess.freePort());
                RawPublisher publisher = new RawPublisher(URI.create("http://127.0.0.1:" + gateway))) {
            AppUnderLoad app = AppUnderLoad.of(process);
            await().atMost(SOON).until(() -> answers(bare.address()));
            // why: an engine that was just started takes half as many as one that has worked for a while.
            publisher.rate(RAW);
            accept(app, bare);
            drain(app, publisher);
            Figures.publish("What comes in, and how it gets to the engine", figures);
        }
    }

    private void accept(AppUnderLoad app, BareEndpoint bare) throws Exception {
        List<Double> understood = new ArrayList<>();
        List<Round> product = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        try (Shop shop = new Shop(app.process().address());
                Shop other = new Shop(bare.address())) {
            post(other, WARM_UP, bare.handle());
            post(shop, WARM_UP, app.process().handle());
            untilUnderstood(app);
            untilPublished(app);
            signal(app, "STOP");
            for (int i = 0; i < ROUNDS; i++) {
                plain.add(post(other, WEBHOOKS, bare.handle()));
                long begin = System.nanoTime();
                product.add(post(shop, WEBHOOKS, app.process().handle()));
                untilUnderstood(app);
                understood.add(WEBHOOKS / ((System.nanoTime() - begin) / 1e9));
                System.out.printf(
                        "bare %s, product %s, understood %s%n",
                        plain.getLast(), product.getLast(), understood.getLast());
            }
            post(shop, Math.max(0, BACKLOG - WEBHOOKS * ROUNDS), app.process().handle());
            untilUnderstood(app);
        }
        figures.add(Figure.compared(
                        "webhooks accepted per second", median(product, Round::rate), "1/s", median(plain, Round::rate))
                .wanted("ratio at least 0.6"));
        figures.add(Figure.of("webhooks accepted and understood per second", median(understood, rate -> rate), "1/s"));
        figures.add(Figure.compared(
                "webhook to answer at full load, p99", median(product, Round::p99), "ms", median(plain, Round::p99)));
        figures.add(Figure.compared(
                "milliseconds of a core for a webhook", median(product, Round::cpu), "ms", median(plain, Round::cpu)));
    }

    private void drain(AppUnderLoad app, RawPublisher publisher) throws Exception {
        double waiting = app.gauge("afterglow_relay_waiting");
        long begin = System.nanoTime();
        signal(app, "CONT");
        untilPublished(app);
        double rate = waiting / ((System.nanoTime() - begin) / 1e9);
        double raw = publisher.rate(RAW);
        figures.add(Figure.of("stored events that waited", waiting, ""));
        figures.add(Figure.compared("stored events to the engine per second", rate, "1/s", raw)
                .wanted("ratio at least 0.9"));
    }

    private static Round post(Shop shop, int count, ProcessHandle taker) throws Exception {
        List<Webhook> webhooks = shop.orders(count);
        Duration busy = cpu(taker);
        long begin = System.nanoTime();
        List<Duration> times = shop.post(webhooks, CONNECTIONS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = cpu(taker).minus(busy).toNanos() / 1e6 / Math.max(1, count);
        return new Round(count / seconds, count == 0 ? 0 : new Latencies(times).percentile(99), cpu);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void untilUnderstood(AppUnderLoad app) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> app.gauge("afterglow_arrivals_waiting") == 0);
    }

    private static void untilPublished(AppUnderLoad app) {
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> app.gauge("afterglow_relay_waiting") == 0);
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> what) {
        double[] sorted = rounds.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void signal(AppUnderLoad app, String name) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill",
                        "-" + name,
                        String.valueOf(app.broker().process().pid()))
                .start()
                .waitFor();
    }

    private static boolean answers(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
