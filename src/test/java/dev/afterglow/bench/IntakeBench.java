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
    private static final int RAW = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration SOON = Duration.ofMinutes(15);

    /** One round: how many a second, and how long the slowest hundredth took. */
    private record Round(double rate, double p99) {}

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
        try (AppProcess process = AppProcess.start(folder, settings).untilTheEngineAnswers();
                BareEndpoint bare =
                        BareEndpoint.start(Files.createDirectory(folder.resolve("bare")), AppProcess.freePort());
                RawPublisher publisher = new RawPublisher(URI.create("http://127.0.0.1:" + gateway))) {
            AppUnderLoad app = AppUnderLoad.of(process);
            accept(app, bare);
            drain(app, publisher);
            Figures.publish("What comes in, and how it gets to the engine", figures);
        }
    }

    private void accept(AppUnderLoad app, BareEndpoint bare) throws Exception {
        await().atMost(SOON).until(() -> answers(bare.address()));
        signal(app, "STOP");
        List<Round> product = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        try (Shop shop = new Shop(app.process().address());
                Shop other = new Shop(bare.address())) {
            post(other, WEBHOOKS);
            post(shop, WEBHOOKS);
            for (int i = 0; i < ROUNDS; i++) {
                plain.add(post(other, WEBHOOKS));
                product.add(post(shop, WEBHOOKS));
                System.out.printf(
                        "bare %.0f/s, product %.0f/s%n",
                        plain.getLast().rate(), product.getLast().rate());
            }
            int stored = WEBHOOKS * (ROUNDS + 1);
            post(shop, Math.max(0, BACKLOG - stored));
        }
        figures.add(Figure.compared("webhooks accepted per second", median(product, true), "1/s", median(plain, true))
                .wanted("ratio at least 0.6"));
        figures.add(Figure.compared(
                "webhook to answer at full load, p99", median(product, false), "ms", median(plain, false)));
    }

    private void drain(AppUnderLoad app, RawPublisher publisher) throws Exception {
        double waiting = app.metric("afterglow_relay_waiting");
        long begin = System.nanoTime();
        signal(app, "CONT");
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> app.metric("afterglow_relay_waiting") == 0);
        double rate = waiting / ((System.nanoTime() - begin) / 1e9);
        publisher.rate(RAW / 4);
        double raw = publisher.rate(RAW);
        figures.add(Figure.of("stored events that waited", waiting, ""));
        figures.add(Figure.compared("stored events to the engine per second", rate, "1/s", raw)
                .wanted("ratio at least 0.9"));
    }

    private static Round post(Shop shop, int count) throws Exception {
        List<Webhook> webhooks = shop.orders(count);
        long begin = System.nanoTime();
        List<Duration> times = shop.post(webhooks, CONNECTIONS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Round(count / seconds, count == 0 ? 0 : new Latencies(times).percentile(99));
    }

    private static double median(List<Round> rounds, boolean rate) {
        double[] sorted = rounds.stream()
                .mapToDouble(round -> rate ? round.rate() : round.p99())
                .sorted()
                .toArray();
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
