package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel over HTTP promises. */
abstract class HttpChannelContract extends ChannelContract {

    static final Duration LONG = Duration.ofMinutes(1);
    static final Shops SHOP =
            SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("UTC"));

    final Timer timer = new Timer();
    final HttpPost post = new HttpPost(timer);
    ScriptedHttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedHttpServer(fine());
    }

    @AfterEach
    void stop() throws IOException {
        timer.close();
        server.close();
    }

    /** What the other side answers when all is well. */
    abstract String fine();

    abstract Channel channel(Duration deadline);

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 503})
    void whatIsNoFaultOfTheMessageIsTroubleThatMayPass(int status) {
        server.answers(ScriptedHttpServer.json(status, "{}"));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> handOver(channel()))
                .withMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 500, 502, 504})
    void whatDoesNotSayWhetherItWasTakenLeavesItUncertain(int status) {
        server.answers(ScriptedHttpServer.json(status, "oops"));

        assertThatExceptionOfType(Channel.NobodyKnows.class).isThrownBy(() -> handOver(channel()));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedHttpServer.SILENCE, ScriptedHttpServer.DRIP})
    void aServerThatDoesNotComeToAnEndIsCutOffAtTheDeadline(String how) {
        server.answers(how);

        assertThatExceptionOfType(Channel.NobodyKnows.class).isThrownBy(() -> handOver(impatient()));
    }

    @Override
    Channel channel() {
        return channel(LONG);
    }

    @Override
    Channel impatient() {
        return channel(Duration.ofMillis(300));
    }

    @Override
    void isBusy() {
        server.answers(ScriptedHttpServer.json(429, "{\"message\": \"too many to %s\"}".formatted(address())));
    }

    @Override
    void isGone() throws IOException {
        server.close();
    }

    @Override
    void breaksAfterTaking() {
        server.answers(ScriptedHttpServer.HANG_UP);
    }

    @Override
    void isSilentAfterTaking() {
        server.answers(ScriptedHttpServer.SILENCE);
    }

    @Override
    void recovers() {
        server.answers(fine());
    }

    @Override
    int reached() {
        return server.requests().size();
    }
}
