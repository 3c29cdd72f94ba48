package dev.afterglow.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The thank-you journey with nothing in it: the same diagram under other names, workers that only say "done", and a
 * client set up as the app's is. What it costs is what engine and client cost.
 */
final class EmptyTwin implements AutoCloseable {

    private static final Path DIAGRAM = Path.of("bpmn/thank-you/ThankYou.bpmn");
    private static final Path TABLE = Path.of("bpmn/thank-you/vip.dmn");
    private static final int IN_FLIGHT = 64;

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(IN_FLIGHT, Thread.ofVirtual().factory());
    private final Semaphore commands = new Semaphore(IN_FLIGHT);
    private final CamundaClient engine;
    private CountDownLatch ended = new CountDownLatch(0);
    private long lastOrder = 820_982_911_000L;

    EmptyTwin(URI gateway) throws IOException {
        this.engine = CamundaClient.newClientBuilder()
                .grpcAddress(gateway)
                .preferRestOverGrpc(false)
                .jobWorkerExecutor(threads)
                .defaultJobWorkerStreamEnabled(true)
                .defaultJobWorkerMaxJobsActive(16)
                .defaultJobTimeout(Duration.ofMinutes(2))
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
        engine.newDeployResourceCommand()
                .addResourceStringUtf8(diagram(), "EmptyThankYou.bpmn")
                .addResourceStringUtf8(table(), "empty-vip.dmn")
                .send()
                .join();
    }

    private static String diagram() throws IOException {
        return Files.readString(DIAGRAM, StandardCharsets.UTF_8)
                .replace("\"ThankYou\"", "\"EmptyThankYou\"")
                .replace("name=\"order.", "name=\"empty.order.")
                .replace("type=\"journey.", "type=\"empty.journey.")
                .replace("type=\"messaging.", "type=\"empty.messaging.")
                .replace("type=\"order.", "type=\"empty.order.")
                .replace("\"ThankYouVip\"", "\"EmptyThankYouVip\"");
    }

    private static String table() throws IOException {
        return Files.readString(TABLE, StandardCharsets.UTF_8).replace("\"ThankYouVip\"", "\"EmptyThankYouVip\"");
    }

    /** So many journeys from start to end, as fast as the engine takes them; returns the seconds it took. */
    double run(int count) throws InterruptedException {
        ended = new CountDownLatch(count);
        List<JobWorker> workers = List.of(
                worker("empty.journey.enter", this::admit, "businessKey", "orderId", "customerId"),
                worker("empty.messaging.send", this::complete, "occasion"),
                worker("empty.order.look-at-order", this::tellNothing, "orderId"),
                worker("empty.journey.leave", this::leave, "endReason"));
        long begin = System.nanoTime();
        publish(count);
        if (!ended.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(ended.getCount() + " empty journeys did not end");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        workers.forEach(JobWorker::close);
        return seconds;
    }

    private JobWorker worker(String type, JobHandler handler, String... variables) {
        return engine.newWorker()
                .jobType(type)
                .handler(handler)
                .fetchVariables(variables)
                .streamTimeout(Duration.ofHours(1))
                .open();
    }

    private void publish(int count) throws InterruptedException {
        Pace pace = new Pace(IN_FLIGHT);
        for (int i = 0; i < count; i++) {
            pace.open();
            publish(pace, String.valueOf(++lastOrder), UUID.randomUUID().toString());
        }
    }

    private void publish(Pace pace, String order, String event) {
        var command = engine.newPublishMessageCommand()
                .messageName("empty.order.paid")
                .correlationKey(order)
                .messageId(event)
                .timeToLive(Duration.ofMinutes(1))
                .variables(Map.of("eventId", event, "orderId", order, "customerId", "c-" + event));
        send(command, busy -> pace.close(busy), () -> {});
    }

    private void admit(JobClient client, ActivatedJob job) {
        var command = client.newCompleteCommand(job).variables(Map.of("admitted", true));
        send(command, busy -> {}, () -> {});
    }

    private void tellNothing(JobClient client, ActivatedJob job) {
        var command = client.newCompleteCommand(job)
                .variables(Map.of("orderTotal", 0, "currency", "EUR", "orderCount", 1, "gift", false));
        send(command, busy -> {}, () -> {});
    }

    private void complete(JobClient client, ActivatedJob job) {
        send(client.newCompleteCommand(job), busy -> {}, () -> {});
    }

    private void leave(JobClient client, ActivatedJob job) {
        send(client.newCompleteCommand(job), busy -> {}, () -> ended.countDown());
    }

    private interface Answer {

        void came(boolean busy);
    }

    private void send(FinalCommandStep<?> command, Answer answer, Runnable done) {
        commands.acquireUninterruptibly();
        command.send().whenComplete((taken, trouble) -> {
            commands.release();
            boolean isDone = trouble == null || code(trouble) == Status.Code.NOT_FOUND;
            answer.came(!isDone);
            if (isDone) {
                done.run();
            } else {
                threads.schedule(() -> send(command, busy -> {}, done), 20, TimeUnit.MILLISECONDS);
            }
        });
    }

    private static Status.Code code(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status) {
                return status.getStatus().getCode();
            }
        }
        return Status.Code.UNKNOWN;
    }

    @Override
    public void close() {
        engine.close();
        threads.shutdownNow();
    }
}
