package dev.afterglow.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The clock of a broker's management port, without the broker. */
final class FakeBrokerClock implements AutoCloseable {

    private final Clock base;
    private final HttpServer server;
    private volatile Duration offset = Duration.ZERO;
    private volatile int moves;

    FakeBrokerClock(Clock base) throws IOException {
        this.base = base;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/clock", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    int moves() {
        return moves;
    }

    Duration offset() {
        return offset;
    }

    void moveBy(Duration forward) {
        offset = offset.plus(forward);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                moveBy(Duration.ofMillis(new ObjectMapper()
                        .readTree(exchange.getRequestBody())
                        .get("offsetMilli")
                        .longValue()));
                moves = moves + 1;
            }
            byte[] body = ("{\"epochMilli\":" + base.instant().plus(offset).toEpochMilli() + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
