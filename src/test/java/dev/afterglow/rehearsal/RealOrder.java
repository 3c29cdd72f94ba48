package dev.afterglow.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** An order of the running app: what was bought, and in which language. Nobody is written to about it. */
record RealOrder(JsonNode told) {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int FOUND = 200;
    private static final int UNKNOWN = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Asks the app for it.
     *
     * @throws Wishes.NotUnderstood when there is no such order, or nobody answers
     */
    static RealOrder find(String id) {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("AFTERGLOW_URL", "http://localhost:8080");
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(DEADLINE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/orders/" + encoded(id)))
                    .header("Authorization", "Bearer " + key(environment))
                    .timeout(DEADLINE)
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != FOUND) {
                throw new Wishes.NotUnderstood(
                        response.statusCode() == UNKNOWN
                                ? "The app at %s knows no order with the id %s.".formatted(url, id)
                                : "The app at %s answers %d; is AFTERGLOW_API_KEY its key?"
                                        .formatted(url, response.statusCode()));
            }
            return new RealOrder(JSON.readTree(response.body()));
        } catch (IOException | IllegalArgumentException e) {
            throw new Wishes.NotUnderstood("Nobody answers at %s; start the app, or set AFTERGLOW_URL.".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The examples with this order in place of theirs. */
    List<Example> in(List<Example> examples) {
        return examples.stream()
                .map(example -> example.with(person(example.person()), purchase(example.purchase())))
                .toList();
    }

    private Person person(Person of) {
        JsonNode buyer = told.path("customer");
        return new Person(
                buyer.path("firstName").asText(of.firstName()),
                of.lastName(),
                buyer.path("locale").asText(of.locale()),
                of.zone(),
                of.hasEmail(),
                of.phone(),
                of.agreed(),
                of.birthday(),
                of.ordersBefore());
    }

    private Purchase purchase(Purchase of) {
        List<Purchase.Line> lines = new ArrayList<>();
        told.path("lines")
                .forEach(line -> lines.add(new Purchase.Line(
                        line.path("title").asText("Something"),
                        line.path("quantity").asInt(1),
                        new BigDecimal(line.path("unitPrice").asText("0")))));
        return new Purchase(
                told.path("number").asText(told.path("id").asText()).replaceFirst("^#", ""),
                new BigDecimal(told.path("total").asText(of.total().toPlainString())),
                told.path("currency").asText(of.currency()),
                of.gift(),
                false,
                of.country(),
                of.region(),
                lines.isEmpty() ? of.lines() : lines);
    }

    private static String key(Map<String, String> environment) throws IOException {
        String given = environment.get("AFTERGLOW_API_KEY");
        return given != null ? given : Objects.requireNonNullElse(kept(environment), "none");
    }

    /** What a local run keeps. */
    private static @Nullable String kept(Map<String, String> environment) throws IOException {
        Path home = Path.of(System.getProperty("afterglow.home", "."));
        Path secrets = home.resolve(environment.getOrDefault("AFTERGLOW_DATA_DIR", "data"))
                .resolve("secrets.properties");
        if (!Files.isReadable(secrets)) {
            return null;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets)) {
            properties.load(reader);
        }
        return properties.getProperty("afterglow.api-key");
    }

    // why: the ids of all shops but the main one hold a slash, and the app takes it as it is.
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20");
    }
}
