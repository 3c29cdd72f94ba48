package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.afterglow.messaging.channel.Channels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the next channel of a step is used, and when it must not be. */
class FallbackTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Delivery SENT = new Delivery.Sent("by-sms");

    private final ToldChannel email = new ToldChannel("email");
    private final ToldChannel sms = new ToldChannel("sms");
    private final Deciding deciding = mock(Deciding.class);
    private final SendingMessage sending = new SendingMessage(
            deciding,
            mock(Ledger.class),
            new Channels(List.of(email, sms)),
            new MessageCounter(new SimpleMeterRegistry()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoCannotBeReachedByTheFirstIsReachedByTheNext() {
        for (String reason : List.of("no-address", "suppressed", "no-consent", "channel-off")) {
            assertThat(sendAfter(new Delivery.Silent("by-email", reason)))
                    .as(reason)
                    .isEqualTo(SENT);
        }
        assertThat(sendAfter(new Delivery.Rejected("by-email", "smtp-550"))).isEqualTo(SENT);
    }

    @Test
    void whatMayHaveArrivedOrWaitsOrShallNotBeSaidIsNotSaidElsewhere() {
        for (Delivery first : List.of(
                new Delivery.Sent("by-email"),
                new Delivery.Deferred("by-email", "quiet-hours", NOW.plusSeconds(60)),
                new Delivery.Uncertain("by-email", null),
                new Delivery.Silent("by-email", "order-cancelled"),
                new Delivery.Silent("by-email", "frequency-cap"))) {
            assertThat(sendAfter(first)).isEqualTo(first);
        }
        verify(deciding, never()).on(any(), org.mockito.ArgumentMatchers.same(sms));
    }

    private Delivery sendAfter(Delivery first) {
        SendRequest wish = new SendRequest(
                "ThankYou",
                null,
                "1",
                "Send",
                "",
                "thank-you",
                List.of("email", "sms"),
                null,
                null,
                NOW.plusSeconds(60));
        when(deciding.on(wish, email)).thenReturn(new Reservation.Decided(first, false));
        when(deciding.on(wish, sms)).thenReturn(new Reservation.Decided(SENT, false));
        return sending.send(wish);
    }
}
