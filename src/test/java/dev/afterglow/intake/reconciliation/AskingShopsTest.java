package dev.afterglow.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterglow.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop that takes the question and never answers. */
class AskingShopsTest {

    private ServerSocket silent;

    @BeforeEach
    void open() throws IOException {
        silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
    }

    private HttpRequest question() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                .build();
    }

    @Test
    void isNotWaitedForLongerThanTheDeadline() {
        AskingShops asking = new AskingShops(new MovableClock(), Duration.ofMillis(50));

        PullFailed failed = catchThrowableOfType(PullFailed.class, () -> asking.ask(question()));

        assertThat(failed.trouble()).isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void isNotWaitedForWhenTheAppStops() throws Exception {
        AskingShops asking = new AskingShops(new MovableClock(), Duration.ofMinutes(5));
        CompletableFuture<PullFailed> asked = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(PullFailed.class, () -> asking.ask(question())));

        try (Socket client = silent.accept()) {
            assertThat(client.getInputStream().read()).isPositive();
            asking.hangUp();

            assertThat(asked.get(20, TimeUnit.SECONDS).trouble()).isEqualTo(Trouble.UNREACHABLE);
        }
    }

    @Test
    void orIsNotThereAtAll() throws IOException {
        silent.close();

        PullFailed failed = catchThrowableOfType(
                PullFailed.class, () -> new AskingShops(new MovableClock(), Duration.ofSeconds(20)).ask(question()));

        assertThat(failed.trouble()).isEqualTo(Trouble.UNREACHABLE);
    }
}
