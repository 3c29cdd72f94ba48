package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Topic;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.policy.Objection;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class LedgerContract {

    private static final Rendered WORDS = new Rendered(
            "Danke, Ada 😀",
            "<p>Grüße & 谢谢</p>",
            "Grüße & 谢谢",
            Map.of("template", "danke", "url", "https://a.example"));
    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");
    private static final SendRequest WISH = wish("1001", "");

    private final Channel email = new ToldChannel("email");
    private final MovableClock clock = new MovableClock();
    private Ledger ledger;
    private Messages messages;

    @BeforeEach
    void use(Database database) {
        ledger = database.transactional(new Ledger(database.client(), clock));
        messages = new Messages(database.client(), clock);
    }

    @Test
    void aNewWishIsNotKnown() {
        assertThat(ledger.find(WISH, "email")).isEmpty();
    }

    @Test
    void aReservedMessageIsOursWordForWord() {
        Reservation.Ours ours = reserve(WISH);

        assertThat(ours.attempt()).isEqualTo(1);
        assertThat(entry().envelope()).isEqualTo(ours.envelope());
        assertThat(entry().isLeasedAt(clock.instant())).isTrue();
        assertThat(only().status()).isEqualTo(Status.RESERVED);
        assertThat(only().sentAt()).isNull();
        assertThat(messages.html(only().id())).contains("<p>Grüße & 谢谢</p>");
    }

    @Test
    void theSameWishAgainFindsTheFirst() {
        reserve(WISH);

        assertThat(open(WISH, letter())).isEmpty();
        assertThat(messages.ofOrder("1001")).hasSize(1);
    }

    @Test
    void anotherOccasionOrAnotherChannelIsAnotherMessage() {
        reserve(WISH);
        reserve(wish("1001", "second parcel"));
        reserve(wish("1002", ""));
        assertThat(ledger.open(UUID.randomUUID().toString(), WISH, letter(), new ToldChannel("sms")))
                .isPresent();

        assertThat(messages.ofOrder("1001")).hasSize(3);
        assertThat(messages.ofOrder("1002")).hasSize(1);
    }

    @RepeatedTest(5)
    void ofEightWishesAtOnceOneIsOurs() {
        List<Optional<Reservation>> answers = AllAtOnce.run(8, any -> open(WISH, letter()));

        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(messages.ofOrder("1001")).hasSize(1);
    }

    @Test
    void silenceIsDecidedAndStaysSo() {
        assertThat(open(WISH, against(new Objection.Silence("no-consent"))))
                .get()
                .isInstanceOfSatisfying(
                        Reservation.Decided.class,
                        decided -> assertThat(decided.news()).isTrue());

        assertThat(open(WISH, letter())).isEmpty();
        assertThat(entry().delivery()).isEqualTo(new Delivery.Silent(only().id(), "no-consent"));
        assertThat(messages.html(only().id())).isEmpty();
    }

    @Test
    void whatWaitsIsDecidedAnewByOneOnly() {
        Instant morning = NOON.plus(Duration.ofDays(400));
        open(WISH, against(new Objection.Wait("quiet-hours", morning)));
        assertThat(only().status()).isEqualTo(Status.DEFERRED);
        assertThat(only().reason()).isEqualTo("quiet-hours");
        assertThat(only().notBefore()).isEqualTo(morning);
        assertThat(entry().delivery()).isNull();

        Entry waiting = entry();
        assertThat(ledger.decide(waiting, letter(waiting.id()), email)).isInstanceOf(Reservation.Ours.class);
        assertThat(ledger.decide(waiting, letter(waiting.id()), email)).isEqualTo(new Reservation.Theirs());
        assertThat(only().status()).isEqualTo(Status.RESERVED);
        assertThat(only().reason()).isNull();
        assertThat(only().notBefore()).isNull();
        assertThat(entry().envelope()).isNotNull();
    }

    @Test
    void whatIsOnlyKeptIsSentAtOnceAndNeverAgain() {
        Reservation first =
                ledger.open("m-1", WISH, letter("m-1"), new KeepingChannel()).orElseThrow();

        assertThat(first).isEqualTo(new Reservation.Decided(new Delivery.Sent("m-1"), true));
        assertThat(entry().delivery()).isEqualTo(new Delivery.Sent("m-1"));
        assertThat(only().sentAt()).isNotNull();
        assertThat(only().transport()).isEqualTo("kept");
    }

    @Test
    void onlyOneCanMark() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);

        assertThat(only().status()).isEqualTo(Status.HANDED_OVER);
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
    }

    @Test
    void whoseLeaseIsOverCannotMark() {
        String id = reserve(WISH).envelope().id();

        clock.advance(Ledger.LEASE.plusSeconds(1));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
        assertThat(entry().isLeasedAt(clock.instant())).isFalse();
    }

    @RepeatedTest(5)
    void ofEightHeirsAtOnceOneTakesOver() {
        Envelope written = reserve(WISH).envelope();
        clock.advance(Ledger.LEASE.plusSeconds(1));
        Entry left = entry();

        List<Reservation> answers = AllAtOnce.run(8, any -> ledger.takeOver(left, written));

        assertThat(answers.stream().filter(Reservation.Ours.class::isInstance))
                .containsExactly(new Reservation.Ours(written, 2));
        assertThat(entry().resends()).isZero();
    }

    @Test
    void givenBackItCanBeTakenAtOnceWithTheSameWords() {
        Envelope first = reserve(WISH).envelope();
        ledger.giveBack(first.id(), 1, "not-taken");

        assertThat(only().status()).isEqualTo(Status.DEFERRED);
        assertThat(ledger.takeOver(entry(), first)).isEqualTo(new Reservation.Ours(first, 2));
        ledger.mark(first.id(), 2);
    }

    @Test
    void anUncertainOneIsSentAgainUnderTheSameWordsAndThatIsCounted() {
        Envelope first = reserve(WISH).envelope();
        ledger.mark(first.id(), 1);
        Instant handedOver = Objects.requireNonNull(entry().handedOverAt());
        Instant lookAgain = NOON.plus(Duration.ofDays(400));
        ledger.uncertain(first.id(), 1, "connection-lost-while-sending", lookAgain);
        assertThat(entry().notBefore()).isEqualTo(lookAgain);

        clock.advance(Duration.ofMinutes(16));
        assertThat(ledger.takeOver(entry(), first)).isEqualTo(new Reservation.Ours(first, 2));
        ledger.mark(first.id(), 2);

        assertThat(entry().resends()).isEqualTo(1);
        assertThat(entry().handedOverAt()).as("when it may first have left").isEqualTo(handedOver);
    }

    @Test
    void acceptedIsAcceptedWhateverComesLater() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);
        ledger.accepted(id, 1, "queue-7");
        Instant sent = only().sentAt();

        ledger.rejected(id, 1, "smtp-550");
        ledger.giveBack(id, 1, "not-taken");
        ledger.uncertain(id, 1, "connection-lost-while-sending", null);

        assertThat(entry().delivery()).isEqualTo(new Delivery.Sent(id));
        assertThat(only().sentAt()).isEqualTo(sent).isNotNull();
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
    }

    @Test
    void aPersonDecidesOnceAboutAnUncertainOne() {
        String id = reserve(WISH).envelope().id();
        assertThat(ledger.resolve(id, "arrived", "grace"))
                .as("somebody is at it")
                .isFalse();
        ledger.mark(id, 1);
        assertThat(ledger.resolve(id, "arrived", "grace"))
                .as("somebody is at it")
                .isFalse();
        ledger.uncertain(id, 1, "connection-lost-while-sending", null);
        assertThat(messages.uncertain(10)).extracting(Message::id).containsExactly(id);

        assertThat(ledger.resolve(id, "arrived", "grace")).isTrue();
        assertThat(ledger.resolve(id, "left-as-it-is", "ada")).isFalse();
        assertThat(only().status()).isEqualTo(Status.RESOLVED);
        assertThat(entry().delivery()).isEqualTo(new Delivery.Sent(id));
        assertThat(messages.countUncertain()).isZero();
    }

    @Test
    void whatWasLeftBehindWhileBeingHandedOverIsForAPersonToo() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);
        assertThat(messages.countUncertain()).as("somebody is at it").isZero();

        clock.advance(Ledger.LEASE.plusSeconds(1));

        assertThat(messages.countUncertain()).isEqualTo(1);
        assertThat(ledger.resolve(id, "left-as-it-is", "grace")).isTrue();
        assertThat(entry().delivery()).isEqualTo(new Delivery.Uncertain(id, null));
    }

    @Test
    void whatIsLookedAtAgainByItselfNeedsNobody() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);
        ledger.uncertain(id, 1, "connection-lost-while-sending", NOON.plus(Duration.ofDays(400)));

        assertThat(messages.countUncertain()).isZero();
    }

    @Test
    void evidenceSettlesWhatNobodyKnewAndStopsWhoeverIsAboutToSendItAgain() {
        Envelope first = reserve(WISH).envelope();
        ledger.mark(first.id(), 1);
        ledger.uncertain(first.id(), 1, "connection-lost-while-sending", NOON);
        Instant handedOver = Objects.requireNonNull(entry().handedOverAt());
        assertThat(ledger.takeOver(entry(), first)).isEqualTo(new Reservation.Ours(first, 2));

        assertThat(ledger.evidence(first.id(), "queue-7")).isTrue();

        assertThat(entry().delivery()).isEqualTo(new Delivery.Sent(first.id()));
        assertThat(only().sentAt()).isEqualTo(handedOver);
        assertThat(messages.takenAs("queue-7")).map(Message::id).contains(first.id());
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(first.id(), 2));
        assertThat(ledger.evidence(first.id(), "queue-8")).isFalse();
    }

    @Test
    void evidenceAlsoSettlesWhatIsBeingHandedOverOrWasGivenBack() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);
        assertThat(ledger.evidence(id, null)).isTrue();
        ledger.uncertain(id, 1, "connection-lost-while-sending", null);
        assertThat(entry().delivery()).isEqualTo(new Delivery.Sent(id));

        Reservation.Ours other = reserve(wish("1002", ""));
        ledger.mark(other.envelope().id(), 1);
        ledger.repeat(other.envelope().id(), 1, "connection-lost-while-sending");
        assertThat(ledger.evidence(other.envelope().id(), null)).isTrue();
    }

    @Test
    void whatTheServerDidNotTakeAfterTheDotNeverLeft() {
        String id = reserve(WISH).envelope().id();
        ledger.mark(id, 1);
        ledger.giveBack(id, 1, "not-taken");

        assertThat(entry().handedOverAt()).isNull();
        assertThat(ledger.evidence(id, null)).isFalse();
    }

    @Test
    void whatMayHaveLeftOnceMayHaveLeftWhateverTheNextAttemptSays() {
        Envelope written = reserve(WISH).envelope();
        ledger.mark(written.id(), 1);
        ledger.repeat(written.id(), 1, "connection-lost-while-sending");
        ledger.takeOver(entry(), written);
        ledger.giveBack(written.id(), 2, "not-taken");

        assertThat(entry().handedOverAt()).isNotNull();
        assertThat(entry().resends()).isEqualTo(1);
    }

    @Test
    void evidenceForWhatNeverLeftOrWasRefusedIsNotBelieved() {
        String id = reserve(WISH).envelope().id();
        assertThat(ledger.evidence(id, null)).isFalse();
        ledger.rejected(id, 1, "smtp-550");
        assertThat(ledger.evidence(id, null)).isFalse();
        assertThat(ledger.evidence("unknown", null)).isFalse();

        assertThat(only().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void rejectedKeepsItsReason() {
        String id = reserve(WISH).envelope().id();
        ledger.rejected(id, 1, "smtp-550");

        assertThat(entry().delivery()).isEqualTo(new Delivery.Rejected(id, "smtp-550"));
        assertThat(only().sentAt()).isNull();
    }

    @Test
    void whoLostTheLeaseCanNeitherMarkNorGiveBackNorSettleWhatIsTheHeirs() {
        Envelope written = reserve(WISH).envelope();
        String id = written.id();
        clock.advance(Ledger.LEASE.plusSeconds(1));
        ledger.takeOver(entry(), written);

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> ledger.mark(id, 1));
        ledger.mark(id, 2);
        ledger.giveBack(id, 1, "not-taken");
        ledger.rejected(id, 1, "smtp-550");
        ledger.uncertain(id, 1, "stopped-while-sending", null);

        assertThat(only().status()).isEqualTo(Status.HANDED_OVER);
        ledger.accepted(id, 2, null);
        assertThat(only().status()).isEqualTo(Status.ACCEPTED);
        assertThat(only().reason()).isNull();
    }

    private Reservation.Ours reserve(SendRequest wish) {
        return (Reservation.Ours) open(wish, letter()).orElseThrow();
    }

    private Optional<Reservation> open(SendRequest wish, Draft draft) {
        String id = draft.envelope() == null
                ? UUID.randomUUID().toString()
                : draft.envelope().id();
        return ledger.open(id, wish, draft, email);
    }

    private Draft letter() {
        return letter(UUID.randomUUID().toString());
    }

    private Draft letter(String id) {
        Envelope envelope =
                new Envelope(id, "ada@example.com", WORDS, Purpose.SERVICE, "de", NOON, "https://shop.example/u/1");
        return new Draft(Purpose.SERVICE, Topic.ORDER, "de", "edition", "ada@example.com", envelope, null);
    }

    private static Draft against(Objection objection) {
        return new Draft(Purpose.MARKETING, Topic.OFFERS, "de", "edition", "ada@example.com", null, objection);
    }

    private Entry entry() {
        return ledger.find(WISH, "email").orElseThrow();
    }

    private Message only() {
        assertThat(messages.ofOrder("1001")).hasSize(1);
        return messages.ofOrder("1001").getFirst();
    }

    private static SendRequest wish(String key, String occasion) {
        return new SendRequest(
                "ThankYou", null, key, "SendThankYou", occasion, "thank-you", List.of("email"), key, null, Instant.MAX);
    }

    private static final class KeepingChannel implements Channel {

        @Override
        public String name() {
            return "email";
        }

        @Override
        public String transport() {
            return "kept";
        }

        @Override
        public boolean onlyKeeps() {
            return true;
        }

        @Override
        public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
            return new Handover.Taken();
        }
    }
}
