package dev.afterglow.intake.medusa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks a Medusa shop what is so now, within a deadline; follows no redirects, reads no more than 2 MB, and asks once more
 * when the shop stumbles. Source: Medusa, "Admin API" (https://docs.medusajs.com/api/admin).
 */
@Component
class AskingMedusa {

    private static final Logger log = LoggerFactory.getLogger(AskingMedusa.class);
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int TRIES = 2;

    private final Duration deadline;

    AskingMedusa(MedusaSettings settings) {
        this.deadline = settings.deadline();
    }

    private record Answer(int status, String body) {}

    /**
     * Gets a document of the Admin API.
     *
     * @param path below the account's base URL, with the query
     * @throws Refusal 422 when the shop knows nothing there, else 503, so that the sender repeats its event
     */
    JsonNode get(MedusaAccount account, String path) {
        URI address = URI.create(String.valueOf(account.baseUrl()).replaceFirst("/+$", "") + path);
        String token = account.apiToken() + ":";
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .build();
        Answer answer = null;
        for (int i = 0; i < TRIES && (answer == null || mayBeBetterNow(answer)); i++) {
            answer = ask(request);
        }
        return read(answer);
    }

    private static boolean mayBeBetterNow(Answer answer) {
        return answer.status() >= 500;
    }

    private @Nullable Answer ask(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            CompletableFuture<Answer> asked = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                    .thenApplyAsync(AskingMedusa::read, Thread::startVirtualThread);
            return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            client.shutdownNow();
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] read = body.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            return new Answer(response.statusCode(), new String(read, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(@Nullable Answer answer) {
        int status = answer == null ? 0 : answer.status();
        if (status == HttpStatus.NOT_FOUND.value()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, "Not there", "The shop was asked, and knows nothing of this id.");
        }
        if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            log.warn("The Medusa shop does not accept the API token ({}): its events wait.", status);
        }
        if (status != HttpStatus.OK.value()) {
            throw later(status == 0 ? "did not answer in time" : "answered " + status);
        }
        try {
            return Json.read(Objects.requireNonNull(answer).body().getBytes(StandardCharsets.UTF_8));
        } catch (Refusal notJson) {
            throw later("answered something that is not JSON");
        }
    }

    private static Refusal later(String what) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The shop cannot be asked",
                "The shop %s. Nothing was stored; please send the event again later.".formatted(what));
    }
}
