package dev.afterglow.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** The broker's management port: is it ready, what time is it there, and move on. */
final class BrokerActuator implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;

    BrokerActuator(int managementPort) {
        this.base = URI.create("http://127.0.0.1:" + managementPort + "/actuator/");
    }

    boolean isReady() throws InterruptedException {
        try {
            return answer(request("health").GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Instant time() throws IOException, InterruptedException {
        return Instant.ofEpochMilli(timeIn(answer(request("clock").GET())));
    }

    void moveBy(Duration forward) throws IOException, InterruptedException {
        String body = "{\"offsetMilli\":" + forward.toMillis() + "}";
        timeIn(answer(request("clock/add")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static long timeIn(HttpResponse<String> answer) throws IOException {
        JsonNode time = JSON.readTree(answer.body()).path("epochMilli");
        if (answer.statusCode() != 200 || !time.canConvertToLong()) {
            throw new IOException("The broker's clock answered " + answer.statusCode() + " " + answer.body());
        }
        return time.longValue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIME_OUT);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
