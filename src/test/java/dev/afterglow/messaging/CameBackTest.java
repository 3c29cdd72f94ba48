package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from what comes back, in the whole app. */
class CameBackTest extends AppTest {

    private final String email = UUID.randomUUID() + "@example.com";
    private final String phone = "+491761" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    private final String order = "order-" + UUID.randomUUID();

    private String ada;

    @Autowired
    private TakingProviderEvents taking;

    @Autowired
    private HearingFromCustomers hearing;

    @Autowired
    private ProviderEvents came;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Messages messages;

    @Autowired
    private Customers customers;

    @Autowired
    private Consents consents;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private Events events;

    @BeforeEach
    void aCustomer() {
        ada = customers
                .recognise(ShopKey.MAIN, new CustomerFacts(order, email, phone, "Ada", null, "en", null))
                .orElseThrow();
    }

    @Test
    void fiftyCopiesAtOnceChangeWhatOneDoes() {
        String message = uncertain();
        ProviderEvent bounce = report(Kind.BOUNCED).about(message, "q-1").forGood(Reason.BOUNCED, "550 no such user");

        List<Integer> news = AllAtOnce.run(
                10,
                any -> IntStream.range(0, 5)
                        .map(copy -> taking.take(List.of(bounce)))
                        .sum());

        assertThat(news.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(came.ofMessage(message)).hasSize(1);
        assertThat(shut("email", email)).isEqualTo("hard-bounce");
        assertThat(events.ofCustomer(ada))
                .filteredOn(event -> event.type().equals("message.bounced"))
                .singleElement()
                .extracting(RecordedEvent::subject)
                .isEqualTo(order);
    }

    @Test
    void whatWasDeliveredIsNotUncertainAnyMore() {
        String message = uncertain();

        taking.take(List.of(report(Kind.DELIVERED).about(message, "queue-" + message)));

        assertThat(messages.find(message).orElseThrow().status()).isEqualTo(Status.ACCEPTED);
        taking.take(List.of(report(Kind.OPENED).about(null, "queue-" + message)));
        assertThat(came.ofMessage(message))
                .extracting(ProviderEvent::kind)
                .containsExactlyInAnyOrder(Kind.DELIVERED, Kind.OPENED);
        assertThat(events.ofCustomer(ada)).isEmpty();
    }

    @Test
    void aComplaintEndsMarketingAndNotTheOrder() {
        say(State.GIVEN, "email", Topic.OFFERS);
        say(State.GIVEN, "sms", Topic.OFFERS);

        taking.take(List.of(report(Kind.COMPLAINED).to(email)));

        assertThat(state("email", Topic.OFFERS)).isEqualTo(State.WITHDRAWN);
        assertThat(state("email", Topic.FEEDBACK)).isEqualTo(State.WITHDRAWN);
        assertThat(state("sms", Topic.OFFERS)).isEqualTo(State.GIVEN);
        assertThat(consents.current(ada, "email", Topic.ORDER)).isEmpty();
        assertThat(suppressions.find(ShopKey.MAIN, "email", email).map(Suppression::endsOnlyMarketing))
                .contains(true);
    }

    @Test
    void unsubscribingWithdrawsAndLeavesTheAddressOpen() {
        say(State.GIVEN, "email", Topic.CARE);

        taking.take(List.of(report(Kind.UNSUBSCRIBED).to(email)));

        assertThat(state("email", Topic.CARE)).isEqualTo(State.WITHDRAWN);
        assertThat(suppressions.find(ShopKey.MAIN, "email", email)).isEmpty();
    }

    @Test
    void whatTheProviderRefusesForTheAddressShutsItAndWhatItRefusesForTheWordsDoesNot() {
        taking.take(List.of(report(Kind.REJECTED).to(email).because(Reason.OTHER, "Bad content")));
        taking.take(List.of(report(Kind.FAILED).to(email).because(Reason.OTHER, "no name")));
        taking.take(
                List.of(report(Kind.DEFERRED).to(email), report(Kind.BOUNCED).to(email)));
        assertThat(suppressions.find(ShopKey.MAIN, "email", email)).isEmpty();

        taking.take(List.of(report(Kind.REJECTED).to(email).because(Reason.BOUNCED, null)));
        assertThat(shut("email", email)).isEqualTo("suppressed-by-provider");
    }

    @Test
    void softBouncesOverAWeekLetTheAddressRest() {
        for (int day = 0; day < 5; day++) {
            Instant at = clock().instant().minus(Duration.ofDays(8 - 2 * day));
            taking.take(List.of(ProviderEvent.of("test", UUID.randomUUID().toString(), Kind.BOUNCED, "email", at)
                    .to(email)
                    .because(Reason.OTHER, "full")));
        }

        assertThat(shut("email", email)).isEqualTo("soft-bounces");
    }

    @Test
    void aProvidersClockThatRunsAheadWinsNothing() {
        taking.take(List.of(ProviderEvent.of(
                        "test",
                        UUID.randomUUID().toString(),
                        Kind.UNSUBSCRIBED,
                        "email",
                        clock().instant().plus(Duration.ofDays(900)))
                .to(email)));

        say(State.GIVEN, "email", Topic.OFFERS);

        assertThat(state("email", Topic.OFFERS)).isEqualTo(State.GIVEN);
    }

    @Test
    void stopEndsEverythingOnItsChannelAndIsConfirmedOnce() {
        say(State.GIVEN, "sms", Topic.OFFERS);
        say(State.GIVEN, "email", Topic.OFFERS);
        Inbound stop = text(" Stop! ");

        assertThat(hearing.hear(stop))
                .get()
                .asString()
                .startsWith("Beans & Co, Blue: ")
                .contains("START");
        assertThat(hearing.hear(stop)).as("a copy").isEmpty();
        assertThat(hearing.hear(text("STOP"))).as("once more").isEmpty();

        for (Topic topic : Topic.values()) {
            assertThat(state("sms", topic)).isEqualTo(State.WITHDRAWN);
        }
        assertThat(shut("sms", phone)).isEqualTo("stopped");
        assertThat(state("email", Topic.OFFERS)).isEqualTo(State.GIVEN);
        assertThat(events.ofCustomer(ada)).isEmpty();
    }

    @Test
    void startGivesBackWhatStopTookAndNoMore() {
        say(State.GIVEN, "sms", Topic.OFFERS);
        say(State.GIVEN, "sms", Topic.REVIEWS);
        say(State.WITHDRAWN, "sms", Topic.REVIEWS);
        hearing.hear(text("abmelden"));

        assertThat(hearing.hear(text("start"))).isPresent();

        assertThat(state("sms", Topic.OFFERS)).isEqualTo(State.GIVEN);
        assertThat(state("sms", Topic.ORDER)).isEqualTo(State.GIVEN);
        assertThat(state("sms", Topic.REVIEWS)).as("withdrawn before").isEqualTo(State.WITHDRAWN);
        assertThat(state("sms", Topic.CARE)).as("never given").isEqualTo(State.WITHDRAWN);
        assertThat(suppressions.find(ShopKey.MAIN, "sms", phone)).isEmpty();
    }

    @Test
    void yesIsAnAnswerToSomethingElseWhenNothingIsStopped() {
        assertThat(hearing.hear(text("Yes"))).isEmpty();

        assertThat(events.ofCustomer(ada)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("message.received");
            assertThat(event.subject()).isEqualTo(ada);
        });
        assertThat(came.ofCustomer(ada)).extracting(ProviderEvent::detail).containsExactly("Yes");
    }

    @Test
    void helpSaysWhoWritesAndAProviderThatAnsweredItselfIsNotAnsweredAgain() {
        assertThat(hearing.hear(text("INFO"))).get().asString().contains("Beans & Co", "STOP");
        assertThat(hearing.hear(new Inbound(
                        "test", UUID.randomUUID().toString(), "sms", phone, "no more", "STOP", clock().instant())))
                .isEmpty();
        assertThat(shut("sms", phone)).isEqualTo("stopped");
    }

    @Test
    void aNumberNobodyKnowsIsLeftInPeaceToo() {
        String unknown = "+491769" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

        assertThat(hearing.hear(new Inbound(
                        "test", UUID.randomUUID().toString(), "sms", unknown, "STOP", null, clock().instant())))
                .isPresent();

        assertThat(shut("sms", unknown)).isEqualTo("stopped");
    }

    @Test
    void whatIsPersonalCanBeForgotten() {
        taking.take(List.of(report(Kind.COMPLAINED).to(email).saying("Ada is angry")));

        came.forget(ada);

        assertThat(came.ofCustomer(ada)).isEmpty();
    }

    private String uncertain() {
        String id = UUID.randomUUID().toString();
        SendRequest wish = new SendRequest(
                "ThankYou", null, order, "SendThankYou", "", "thank-you", List.of("email"), null, ada, Instant.MAX);
        Envelope envelope = new Envelope(
                id, email, new Rendered("Hi", "<p>Hi</p>", "Hi", Map.of()), Purpose.SERVICE, "en", Instant.EPOCH, null);
        Draft draft = new Draft(Purpose.SERVICE, Topic.ORDER, "en", null, email, envelope, null);
        assertThat(ledger.open(id, wish, draft, new ToldChannel("email"))).isPresent();
        ledger.mark(id, 1);
        ledger.uncertain(id, 1, "connection-lost-while-sending", null);
        return id;
    }

    private ProviderEvent report(Kind kind) {
        return ProviderEvent.of("test", UUID.randomUUID().toString(), kind, "email", clock().instant());
    }

    private Inbound text(String words) {
        return new Inbound("test", UUID.randomUUID().toString(), "sms", phone, words, null, clock().instant());
    }

    private void say(State state, String channel, Topic topic) {
        consents.record(ada, new Consent(channel, topic, state, "test", null, null, clock().instant()));
    }

    private State state(String channel, Topic topic) {
        return consents.current(ada, channel, topic).orElseThrow().state();
    }

    private String shut(String channel, String address) {
        return suppressions
                .find(ShopKey.MAIN, channel, address)
                .map(Suppression::reason)
                .orElse("open");
    }
}
