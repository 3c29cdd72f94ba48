package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

abstract class LedgerContract {

    private static final Draft LETTER = new Draft(
            Purpose.SERVICE,
            "de",
            "ada@example.com",
            new Words.Letter("Danke, Ada 😀", "<p>Grüße & 谢谢</p>", "Grüße & 谢谢"),
            null);
    private static final Draft SILENCE = new Draft(Purpose.MARKETING, "de", "ada@example.com", null, "no-consent");
    private static final SendRequest WISH = wish("1001", "");

    private final Channel smtp = new SmtpChannel(new JavaMailSenderImpl(), null, null);
    private final MovableClock clock = new MovableClock();
    private Ledger ledger;
    private Messages messages;

    @BeforeEach
    void use(Database database) {
        ledger = database.transactional(new Ledger(database.client(), clock));
        messages = new Messages(database.client());
    }

    @Test
    void aNewWishIsNotKnown() {
        assertThat(ledger.recall(WISH)).isEmpty();
    }

    @Test
    void aReservedMessageIsOursWordForWord() {
        Envelope envelope = reserve(WISH);

        assertThat(envelope.to()).isEqualTo("ada@example.com");
        assertThat(envelope.letter()).isEqualTo(LETTER.letter());
        assertThat(only().status()).isEqualTo(Status.PLANNED);
        assertThat(only().sentAt()).isNull();
        assertThat(messages.html(envelope.id())).contains("<p>Grüße & 谢谢</p>");
    }

    @Test
    void theSameWishAgainIsTheirsWhileTheLeaseLasts() {
        reserve(WISH);

        assertThat(ledger.recall(WISH)).contains(new Reservation.Theirs());
        assertThat(ledger.reserve(WISH, LETTER, smtp)).isEqualTo(new Reservation.Theirs());
        clock.advance(Ledger.LEASE.minusSeconds(5));
        assertThat(ledger.recall(WISH)).contains(new Reservation.Theirs());
        assertThat(messages.ofOrder("1001")).hasSize(1);
    }

    @Test
    void anotherOccasionIsAnotherMessage() {
        reserve(WISH);
        reserve(wish("1001", "second parcel"));
        reserve(wish("1002", ""));

        assertThat(messages.ofOrder("1001")).hasSize(2);
        assertThat(messages.ofOrder("1002")).hasSize(1);
    }

    @RepeatedTest(5)
    void ofEightWishesAtOnceOneIsOurs() {
        List<Reservation> answers = AllAtOnce.run(8, any -> ledger.reserve(WISH, LETTER, smtp));

        assertThat(answers.stream().filter(Reservation.Ours.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Reservation.Theirs.class::isInstance))
                .hasSize(7);
        assertThat(messages.ofOrder("1001")).hasSize(1);
    }

    @Test
    void silenceIsDecidedAndStaysSo() {
        Reservation first = ledger.reserve(WISH, SILENCE, smtp);

        assertThat(first).isInstanceOf(Reservation.Decided.class);
        assertThat(ledger.reserve(WISH, LETTER, smtp)).isEqualTo(first);
        assertThat(ledger.recall(WISH)).contains(first);
        assertThat(only().status()).isEqualTo(Status.SILENT);
        assertThat(only().reason()).isEqualTo("no-consent");
        assertThat(messages.html(only().id())).isEmpty();
    }

    @Test
    void whatIsOnlyKeptIsSentAtOnceAndNeverAgain() {
        Reservation first = ledger.reserve(WISH, LETTER, new CaptureChannel());

        assertThat(first)
                .asInstanceOf(type(Reservation.Decided.class))
                .satisfies(decided -> assertThat(decided.delivery()).isInstanceOf(Delivery.Sent.class));
        assertThat(ledger.recall(WISH)).contains(first);
        assertThat(only().sentAt()).isNotNull();
        assertThat(only().transport()).isEqualTo("capture");
    }

    @Test
    void onlyOneCanMark() {
        String id = reserve(WISH).id();
        ledger.mark(id, 1);

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
    }

    @Test
    void whoseLeaseIsOverCannotMark() {
        String id = reserve(WISH).id();

        clock.advance(Ledger.LEASE.plusSeconds(1));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
    }

    @Test
    void leftBehindBeforeTheMarkItIsTakenOverOnce() {
        Envelope first = reserve(WISH);
        clock.advance(Ledger.LEASE.plusSeconds(1));

        assertThat(ledger.recall(WISH)).contains(new Reservation.Ours(first, 2));
        assertThat(ledger.recall(WISH)).contains(new Reservation.Theirs());
    }

    @RepeatedTest(5)
    void ofEightHeirsAtOnceOneTakesOver() {
        reserve(WISH);
        clock.advance(Ledger.LEASE.plusSeconds(1));

        List<Reservation> answers = AllAtOnce.run(8, any -> ledger.recall(WISH).orElseThrow());

        assertThat(answers.stream().filter(Reservation.Ours.class::isInstance)).hasSize(1);
    }

    @Test
    void leftBehindAfterTheMarkItIsUncertainForEver() {
        ledger.mark(reserve(WISH).id(), 1);
        assertThat(ledger.recall(WISH)).contains(new Reservation.Theirs());

        clock.advance(Ledger.LEASE.plusSeconds(1));

        Reservation uncertain = new Reservation.Decided(new Delivery.Uncertain(only().id()));
        assertThat(ledger.recall(WISH)).contains(uncertain);
        assertThat(only().reason()).isEqualTo("stopped-while-sending");
        clock.advance(Duration.ofDays(30));
        assertThat(ledger.recall(WISH)).contains(uncertain);
        assertThat(ledger.reserve(WISH, LETTER, smtp)).isEqualTo(uncertain);
    }

    @Test
    void givenBackItCanBeTakenAtOnceWithTheSameWords() {
        Envelope first = reserve(WISH);
        ledger.mark(first.id(), 1);

        ledger.giveBack(first.id(), 1);

        assertThat(ledger.recall(WISH)).contains(new Reservation.Ours(first, 2));
        ledger.mark(first.id(), 2);
    }

    @Test
    void sentIsSentWhateverComesLater() {
        String id = reserve(WISH).id();
        ledger.mark(id, 1);
        ledger.settle(id, 1, Status.SENT, null);
        Instant sent = only().sentAt();

        ledger.settle(id, 1, Status.REJECTED, "smtp-550");
        ledger.giveBack(id, 1);
        clock.advance(Duration.ofDays(1));

        assertThat(ledger.recall(WISH)).contains(new Reservation.Decided(new Delivery.Sent(id)));
        assertThat(only().sentAt()).isEqualTo(sent).isNotNull();
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
    }

    @Test
    void rejectedKeepsItsReasonAndIsNotTriedAgain() {
        String id = reserve(WISH).id();
        ledger.settle(id, 1, Status.REJECTED, "smtp-550");

        clock.advance(Duration.ofDays(1));

        assertThat(ledger.recall(WISH)).contains(new Reservation.Decided(new Delivery.Rejected(id, "smtp-550")));
        assertThat(only().sentAt()).isNull();
    }

    @Test
    void whoLostTheLeaseCanNeitherMarkNorGiveBackNorSettleWhatIsTheHeirs() {
        String id = reserve(WISH).id();
        clock.advance(Ledger.LEASE.plusSeconds(1));
        assertThat(ledger.recall(WISH)).containsInstanceOf(Reservation.Ours.class);

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
        ledger.mark(id, 2);
        ledger.giveBack(id, 1);
        ledger.settle(id, 1, Status.REJECTED, "smtp-550");

        assertThat(ledger.recall(WISH)).contains(new Reservation.Theirs());
        ledger.settle(id, 2, Status.SENT, null);
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(only().reason()).isNull();
    }

    private Envelope reserve(SendRequest wish) {
        assertThat(ledger.reserve(wish, LETTER, smtp)).isInstanceOf(Reservation.Ours.class);
        return messages.ofOrder(wish.orderId()).stream()
                .filter(message -> message.occasion().equals(wish.occasion()))
                .map(message -> new Envelope(message.id(), message.recipient(), LETTER.letter()))
                .findFirst()
                .orElseThrow();
    }

    private Message only() {
        assertThat(messages.ofOrder("1001")).hasSize(1);
        return messages.ofOrder("1001").getFirst();
    }

    private static SendRequest wish(String key, String occasion) {
        return new SendRequest("ThankYou", key, "SendThankYou", occasion, "thank-you", "email", key, null, Instant.MAX);
    }
}
