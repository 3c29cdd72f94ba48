package dev.afterglow.intake.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks shops, within a deadline; follows no redirects and reads no more than 32 MB. */
@Component
class AskingShops {

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final AtomicReference<@Nullable HttpClient> asking = new AtomicReference<>();
    private final Clock clock;
    private final Duration deadline;

    @Autowired
    AskingShops(Clock clock) {
        this(clock, DEADLINE);
    }

    AskingShops(Clock clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * The shop's answer.
     *
     * @throws PullFailed when there is none that could hold orders
     */
    Answer ask(HttpRequest question) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
        asking.set(client);
        try {
            CompletableFuture<Answer> asked = client.sendAsync(question, HttpResponse.BodyHandlers.ofInputStream())
                    .thenApplyAsync(AskingShops::read, Thread::startVirtualThread);
            return checked(asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PullFailed failed ? failed : new PullFailed(Trouble.UNREACHABLE);
        } catch (TimeoutException e) {
            throw new PullFailed(Trouble.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PullFailed(Trouble.UNREACHABLE);
        } finally {
            asking.set(null);
            client.shutdownNow();
        }
    }

    /** Hangs up, so that nobody waits for a slow shop when the app stops. */
    void hangUp() {
        HttpClient client = asking.get();
        if (client != null) {
            client.shutdownNow();
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] read = body.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new PullFailed(Trouble.TOO_LARGE);
            }
            return new Answer(response.statusCode(), response.headers(), new String(read, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer checked(Answer answer) {
        int status = answer.status();
        if (status == 200) {
            return answer;
        }
        throw new PullFailed(trouble(status), RetryAfter.of(answer.headers(), clock.instant()));
    }

    private static Trouble trouble(int status) {
        return switch (status) {
            case 401, 402, 403 -> Trouble.TOKEN_REFUSED;
            case 408 -> Trouble.SHOP_STUMBLED;
            case 429 -> Trouble.LIMITED;
            default -> status >= 500 ? Trouble.SHOP_STUMBLED : status >= 400 ? Trouble.NOT_FOUND : Trouble.REDIRECTED;
        };
    }
}
