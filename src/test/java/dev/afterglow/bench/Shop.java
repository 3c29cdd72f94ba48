package dev.afterglow.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** A shop with customers who pay: posts its webhooks over connections that stay open. */
final class Shop implements AutoCloseable {

    /** A webhook that was answered. */
    record Answered(String order, Instant meant, Duration after) {}

    private static final int TRIES = 5;

    private final URI app;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private long lastOrder = 450_789_469_000L;

    Shop(URI app) {
        this.app = app;
    }

    /** So many new orders of new customers, all paid. */
    List<Webhook> orders(int count) {
        long first = lastOrder + 1;
        lastOrder += count;
        return LongStream.rangeClosed(first, lastOrder).mapToObj(Webhook::paid).toList();
    }

    /** Posts all of them, always so many at once: as fast as the app takes them. Returns how long each took. */
    List<Duration> post(List<Webhook> webhooks, int connections) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Collection<Duration> times = new ConcurrentLinkedQueue<>();
        List<Future<?>> posting = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            posting.add(threads.submit(() -> {
                for (int mine = next.getAndIncrement(); mine < webhooks.size(); mine = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    post(webhooks.get(mine));
                    times.add(Duration.ofNanos(System.nanoTime() - begin));
                }
                return null;
            }));
        }
        for (Future<?> one : posting) {
            one.get();
        }
        return List.copyOf(times);
    }

    /** Posts each when its moment has come, whether or not the ones before are answered; times count from that moment. */
    Collection<Answered> post(List<Webhook> webhooks, Duration pause) throws InterruptedException, ExecutionException {
        Collection<Answered> answered = new ConcurrentLinkedQueue<>();
        List<Future<?>> posting = new ArrayList<>();
        Instant begin = Instant.now();
        long start = System.nanoTime();
        for (int i = 0; i < webhooks.size(); i++) {
            Webhook webhook = webhooks.get(i);
            Duration offset = pause.multipliedBy(i);
            long meant = start + offset.toNanos();
            waitUntil(meant);
            posting.add(threads.submit(() -> {
                post(webhook);
                Duration after = Duration.ofNanos(System.nanoTime() - meant);
                return answered.add(new Answered(webhook.order(), begin.plus(offset), after));
            }));
        }
        for (Future<?> one : posting) {
            one.get();
        }
        return answered;
    }

    private static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many webhooks were answered with 5xx and sent again, as a shop does. */
    int sentAgain() {
        return sentAgain.get();
    }

    private void post(Webhook webhook) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(webhook.to(app), BodyHandlers.ofString());
        for (int i = 0; i < TRIES && answer.statusCode() >= 500; i++) {
            sentAgain.incrementAndGet();
            answer = http.send(webhook.to(app), BodyHandlers.ofString());
        }
        if (answer.statusCode() != 200) {
            String what = "Order %s: %d %s".formatted(webhook.order(), answer.statusCode(), answer.body());
            throw new IllegalStateException(what);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}
