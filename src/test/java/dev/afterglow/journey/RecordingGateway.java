package dev.afterglow.journey;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An engine's door that writes down what is published, in the order in which it takes it. It is as unreliable as
 * engines are: now and then too busy, now and then its answer is lost, and it can go away.
 */
final class RecordingGateway implements AutoCloseable {

    private final Map<String, List<String>> taken = new LinkedHashMap<>();
    private final Random chance;
    private final int port;
    private Server server;

    RecordingGateway(long seed) throws IOException {
        chance = new Random(seed);
        server = serve(0);
        port = server.getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void goAway() throws InterruptedException {
        server.shutdownNow().awaitTermination();
    }

    /** At the same address as before. */
    void comeBack() throws IOException {
        server = serve(port);
    }

    /** Ids of messages by correlation key, each once, in the order in which they were taken first. */
    synchronized Map<String, List<String>> taken() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        taken.forEach((key, ids) -> copy.put(key, ids.stream().distinct().toList()));
        return copy;
    }

    synchronized int count() {
        return taken().values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void close() throws InterruptedException {
        goAway();
    }

    private Server serve(int atPort) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", atPort))
                .addService(new Door())
                .build()
                .start();
    }

    private synchronized Status take(PublishMessageRequest message) {
        int luck = chance.nextInt(1000);
        if (luck < 100) {
            return Status.RESOURCE_EXHAUSTED;
        }
        taken.computeIfAbsent(message.getCorrelationKey(), key -> new ArrayList<>())
                .add(message.getMessageId());
        return luck < 102 ? Status.UNAVAILABLE : Status.OK;
    }

    private final class Door extends GatewayGrpc.GatewayImplBase {

        @Override
        public void publishMessage(PublishMessageRequest message, StreamObserver<PublishMessageResponse> answer) {
            Status status = take(message);
            if (status.isOk()) {
                answer.onNext(PublishMessageResponse.newBuilder().setKey(1).build());
                answer.onCompleted();
            } else {
                answer.onError(status.asRuntimeException());
            }
        }
    }
}
