package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What everything that calls itself a channel promises, whatever the other side does. */
@Timeout(30)
abstract class ChannelContract {

    static final String SECRET = "s3cret-Of-The-Channel-0123456789";

    final AtomicInteger marks = new AtomicInteger();

    /** The channel, with a deadline of a minute. */
    abstract Channel channel() throws Exception;

    /** The channel, with a deadline so short that it is over while the other side is silent. */
    abstract Channel impatient() throws Exception;

    /** Where messages go; personal. */
    abstract String address();

    /** What the channel wants to know besides the words. */
    Map<String, String> fields() {
        return Map.of();
    }

    /** From now on the other side refuses for good. */
    abstract void refuses() throws Exception;

    /** From now on the other side is busy, and says so. */
    abstract void isBusy() throws Exception;

    /** From now on nobody answers any more at the address of the other side. */
    abstract void isGone() throws Exception;

    /** From now on the other side takes what it gets, and breaks the connection before it says so. */
    abstract void breaksAfterTaking() throws Exception;

    /** From now on the other side takes what it gets, and says nothing. */
    abstract void isSilentAfterTaking() throws Exception;

    /** How many messages came to the other side whole, whatever it made of them. */
    abstract int reached();

    @Test
    void whatIsTakenIsMarkedOnceBefore() throws Exception {
        assertThat(handOver(channel())).isInstanceOf(Handover.Taken.class);
        assertThat(reached()).isEqualTo(1);
        assertThat(marks).hasValue(1);
    }

    @Test
    void whatIsRefusedForGoodIsAnAnswerWithAReason() throws Exception {
        refuses();

        assertThat(handOver(channel()))
                .isInstanceOfSatisfying(
                        Handover.Refused.class,
                        refused -> assertThat(refused.reason()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void whoIsBusyIsAskedAgainLater() throws Exception {
        isBusy();
        Channel channel = channel();

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> handOver(channel))
                .satisfies(this::saysNothingPersonal);
    }

    @Test
    void whereNobodyAnswersNothingWasMarked() throws Exception {
        Channel channel = channel();
        isGone();

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> handOver(channel))
                .satisfies(this::saysNothingPersonal);
        assertThat(reached()).isZero();
        assertThat(marks).hasValue(0);
    }

    @Test
    void aConnectionThatBreaksAfterThePointOfNoReturnLeavesItUncertain() throws Exception {
        breaksAfterTaking();
        Channel channel = channel();

        assertThatExceptionOfType(Channel.NobodyKnows.class)
                .isThrownBy(() -> handOver(channel))
                .satisfies(this::saysNothingPersonal);
        assertThat(reached()).isEqualTo(1);
        assertThat(marks).hasValue(1);
    }

    @Test
    void aSilentOtherSideIsNotWaitedForLongerThanTheDeadline() throws Exception {
        isSilentAfterTaking();
        Channel channel = impatient();

        assertThatExceptionOfType(Channel.NobodyKnows.class)
                .isThrownBy(() -> handOver(channel))
                .satisfies(this::saysNothingPersonal);
    }

    @Test
    void whoObjectsAtThePointOfNoReturnIsHeardAndNothingLeaves() throws Exception {
        Channel channel = channel();
        IllegalStateException objection = new IllegalStateException("no longer ours");

        assertThatThrownBy(() -> channel.handOver(envelope(), () -> {
                    throw objection;
                }))
                .isSameAs(objection);
        assertThat(reached()).isZero();
    }

    @Test
    void theOtherSidesTroubleIsNotThereForTheNextMessage() throws Exception {
        breaksAfterTaking();
        Channel channel = channel();
        assertThatExceptionOfType(Channel.NobodyKnows.class).isThrownBy(() -> handOver(channel));
        recovers();

        assertThat(handOver(channel)).isInstanceOf(Handover.Taken.class);
    }

    @Test
    void nothingSecretIsInItsName() throws Exception {
        assertThat(channel().toString()).doesNotContain(SECRET);
    }

    /** From now on the other side is as it was at first. */
    abstract void recovers() throws Exception;

    Handover handOver(Channel channel) {
        return channel.handOver(envelope(), marks::incrementAndGet);
    }

    Envelope envelope() {
        return envelope(address(), new Rendered("Grüße, Ada", "<p>Hello</p>", "Hello\n", fields()));
    }

    static Envelope envelope(String to, Rendered words) {
        return new Envelope(
                "0190f3b2-0000-7000-8000-000000000001",
                to,
                words,
                Purpose.SERVICE,
                "de-DE",
                Instant.parse("2026-05-10T12:00:00Z"),
                null);
    }

    private void saysNothingPersonal(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage()))
                    .doesNotContain(address())
                    .doesNotContain(address().replace("@", "%40"))
                    .doesNotContain(SECRET);
        }
    }
}
