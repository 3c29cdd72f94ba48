package dev.afterglow.bench;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Publishes messages like the relay's, with nothing behind it: the engine's own rate. */
final class RawPublisher implements AutoCloseable {

    private static final int IN_FLIGHT = 64;

    private final CamundaClient engine;

    RawPublisher(URI gateway) {
        this.engine = CamundaClient.newClientBuilder()
                .grpcAddress(gateway)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** So many messages, as fast as the engine takes them; returns how many a second. */
    double rate(int count) throws InterruptedException {
        Pace pace = new Pace(IN_FLIGHT);
        CountDownLatch taken = new CountDownLatch(count);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            publish(pace, taken, UUID.randomUUID().toString());
        }
        taken.await();
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private void publish(Pace pace, CountDownLatch taken, String id) {
        try {
            pace.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        engine.newPublishMessageCommand()
                .messageName("order.paid")
                .correlationKey(id)
                .messageId(id)
                .timeToLive(Duration.ofMinutes(1))
                .variables(Map.of("eventId", id, "orderId", id, "customerId", "c-" + id))
                .send()
                .whenComplete((answer, trouble) -> {
                    pace.close(trouble != null);
                    if (trouble == null) {
                        taken.countDown();
                    } else {
                        Thread.ofVirtual().start(() -> publish(pace, taken, id));
                    }
                });
    }

    @Override
    public void close() {
        engine.close();
    }
}
