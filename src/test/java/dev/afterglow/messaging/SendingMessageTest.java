package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AppTest;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sending over a channel that does as it is told, with the real ledger. */
class SendingMessageTest extends AppTest {

    private final String order = "order-" + UUID.randomUUID();
    private final ToldChannel channel = new ToldChannel("email");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Messages messages;

    @Autowired
    private Orders orders;

    @Autowired
    private Deciding deciding;

    private SendingMessage sending;

    @BeforeEach
    void aPaidOrder() {
        orders.keep(Order.of(order, "shop")
                .number("#1")
                .status(OrderStatus.PAID)
                .email("ada@example.com")
                .locale("en")
                .build());
        sending = new SendingMessage(
                deciding,
                ledger,
                new Channels(List.of(channel)),
                new MessageCounter(new SimpleMeterRegistry()),
                clock());
    }

    @Test
    void whatWasSentIsNotSentAgainHoweverOftenTheJobComes() {
        Delivery first = send();
        assertThat(first).isInstanceOf(Delivery.Sent.class);
        assertThat(IntStream.range(0, 5).mapToObj(i -> send()).distinct()).containsExactly(first);
        assertThat(channel.taken()).hasSize(1);
    }

    @Test
    void eightWorkersWithTheSameWishSendOnce() {
        List<Object> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return (Object) send();
                    } catch (TransientFailure later) {
                        return later;
                    }
                })
                .toList();
        assertThat(channel.taken()).hasSize(1);
        assertThat(answers).anyMatch(Delivery.Sent.class::isInstance);
    }

    @Test
    void aServerThatWasBusyGetsTheSameMailLater() {
        channel.then(new TransientFailure("busy", new IllegalStateException()));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        assertThat(only().status()).isEqualTo(Status.DEFERRED);
        assertThat(send()).isInstanceOf(Delivery.Sent.class);
        assertThat(channel.taken()).extracting(Envelope::id).containsExactly(only().id());
    }

    @Test
    void aRefusalForGoodIsNotTriedAgain() {
        channel.then(new Channel.Handover.Refused("smtp-550"));
        assertThat(send()).isInstanceOf(Delivery.Rejected.class);
        assertThat(send()).isInstanceOf(Delivery.Rejected.class);
        assertThat(only().reason()).isEqualTo("smtp-550");
        assertThat(channel.asked()).isEqualTo(1);
    }

    @Test
    void whereNobodyKnowsItIsSentOnceMoreAfterLookingForEvidence() {
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        send();
        Instant lookAgain = only().notBefore();
        assertThat(lookAgain)
                .isBetween(
                        clock().instant().plus(Duration.ofMinutes(14)),
                        clock().instant().plus(Duration.ofMinutes(15)));

        assertThat(send()).as("too early").isEqualTo(new Delivery.Uncertain(only().id(), lookAgain));
        assertThat(channel.asked()).isEqualTo(1);

        clock().advance(Duration.ofMinutes(16));
        assertThat(send()).isEqualTo(new Delivery.Uncertain(only().id(), null));
        clock().advance(Duration.ofDays(1));
        assertThat(send()).as("never a third time").isEqualTo(new Delivery.Uncertain(only().id(), null));
        assertThat(channel.asked()).isEqualTo(2);
    }

    @Test
    void theSecondSendingSaysWordForWordWhatTheFirstSaid() {
        channel.then(new TransientFailure("busy", new IllegalStateException()));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        Envelope first = ledger.find(only().id()).orElseThrow().envelope();
        clock().advance(Duration.ofDays(1));
        send();
        assertThat(channel.taken()).containsExactly(first);
    }

    @Test
    void anUncertainOneIsNotSentAgainWhenTheOrderWasCancelledMeanwhile() {
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        send();
        cancel();
        clock().advance(Duration.ofMinutes(16));
        assertThat(send()).isEqualTo(new Delivery.Uncertain(only().id(), null));
        assertThat(channel.asked()).isEqualTo(1);
    }

    @Test
    void whereTheProviderRecognisesRepeatsItIsSimplySentAgain() {
        channel.recognisesRepeatsFor(Duration.ofHours(24));
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        assertThat(send()).isInstanceOf(Delivery.Sent.class);
        assertThat(channel.taken()).hasSize(1);
    }

    @Test
    void aRefusalOfARepeatSaysNothingOfTheFirstOneAndIsAskedAgain() {
        channel.recognisesRepeatsFor(Duration.ofHours(24));
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        channel.then(new Channel.Handover.Refused("smtp-550"));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);

        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        assertThat(only().status()).isNotEqualTo(Message.Status.REJECTED);

        assertThat(send()).isInstanceOf(Delivery.Sent.class);
        assertThat(channel.taken()).hasSize(1);
    }

    @Test
    void whatIsRefusedOnlyWhenItIsRepeatedIsUncertainInTheEnd() {
        channel.recognisesRepeatsFor(Duration.ofHours(24));
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        for (int i = 0; i < 4; i++) {
            channel.then(new Channel.Handover.Refused("smtp-550"));
            assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        }
        channel.then(new Channel.Handover.Refused("smtp-550"));

        assertThat(send()).isEqualTo(new Delivery.Uncertain(only().id(), null));
        assertThat(only().reason()).isEqualTo("refused-when-repeated");
    }

    @Test
    void anUncertainOneThatIsRefusedTheSecondTimeStaysUncertain() {
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        channel.then(new Channel.Handover.Refused("smtp-550"));
        send();
        clock().advance(Duration.ofMinutes(16));

        assertThat(send()).isEqualTo(new Delivery.Uncertain(only().id(), null));
        assertThat(send()).isEqualTo(new Delivery.Uncertain(only().id(), null));
        assertThat(channel.asked()).isEqualTo(2);
    }

    @Test
    void afterTheProvidersMemoryIsOverItIsUncertainLikeAnyOther() {
        channel.recognisesRepeatsFor(Duration.ofHours(24));
        channel.then(new ThreadDeathInTests());
        assertThatThrownBy(this::send).isInstanceOf(ThreadDeathInTests.class);
        clock().advance(Duration.ofHours(25));
        assertThat(send()).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.asked()).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiedAfterTheMarkLeavesItUncertain() {
        channel.then(new ThreadDeathInTests());
        assertThatThrownBy(this::send).isInstanceOf(ThreadDeathInTests.class);
        assertThatThrownBy(this::send).as("its lease still holds").isInstanceOf(TransientFailure.class);
        clock().advance(Ledger.LEASE.plusSeconds(1));
        assertThat(send()).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.asked()).isEqualTo(1);
    }

    @Test
    void aPersonSendsAnUncertainOneAgainWordForWord() {
        Message uncertain = uncertainForGood();

        assertThat(uncertainMessages().sendAgain(uncertain.id())).isEqualTo(new Delivery.Sent(uncertain.id()));

        assertThat(channel.taken()).extracting(Envelope::id).containsExactly(uncertain.id());
        assertThat(only().status()).isEqualTo(Status.ACCEPTED);
        assertThat(uncertainMessages().sendAgain(uncertain.id()))
                .as("a second click")
                .isEqualTo(new Delivery.Uncertain(uncertain.id(), null));
        assertThat(channel.taken()).hasSize(1);
    }

    @Test
    void aPersonCannotSendWhatAPolicyForbids() {
        Message uncertain = uncertainForGood();
        cancel();

        assertThat(uncertainMessages().sendAgain(uncertain.id()))
                .isEqualTo(new Delivery.Silent(uncertain.id(), "order-cancelled"));

        assertThat(channel.taken()).isEmpty();
        assertThat(only().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void whenTheServerIsBusyWhileAPersonSendsAgainTheQuestionRemains() {
        Message uncertain = uncertainForGood();
        channel.then(new TransientFailure("busy", new IllegalStateException()));

        assertThat(uncertainMessages().sendAgain(uncertain.id()))
                .isEqualTo(new Delivery.Uncertain(uncertain.id(), null));

        assertThat(only().status()).isEqualTo(Status.UNCERTAIN);
    }

    private Message uncertainForGood() {
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        send();
        clock().advance(Duration.ofMinutes(16));
        send();
        return only();
    }

    private UncertainMessages uncertainMessages() {
        return new UncertainMessages(ledger, messages, deciding, sending, new Channels(List.of(channel)));
    }

    @Test
    void anOrderCancelledInBetweenIsNotSpokenAbout() {
        cancel();
        assertThat(send()).isInstanceOf(Delivery.Silent.class);
        assertThat(only().reason()).isEqualTo("order-cancelled");
        assertThat(channel.asked()).isZero();
    }

    @Test
    void aJobThatComesAfterItsDeadlineBeginsNothing() {
        assertThatThrownBy(() -> sending.send(
                        wish("thank-you", List.of("email"), clock().instant().minusSeconds(1))))
                .isInstanceOf(TransientFailure.class);
        assertThat(messages.ofOrder(order)).isEmpty();
    }

    @Test
    void wordsThatDoNotExistAreAProblemThatNamesWhatIsMissing() {
        assertThatThrownBy(() -> sending.send(wish("hello", List.of("email"))))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("thank-you/messages")
                .hasMessageContaining("hello.email");
        assertThat(messages.ofOrder(order)).isEmpty();
    }

    private void cancel() {
        orders.keep(Order.of(order, "shop").status(OrderStatus.CANCELLED).build());
    }

    private Delivery send() {
        return sending.send(wish("thank-you", List.of("email")));
    }

    private SendRequest wish(String template, List<String> channels) {
        return wish(template, channels, clock().instant().plusSeconds(120));
    }

    private SendRequest wish(String template, List<String> channels, Instant deadline) {
        return new SendRequest("ThankYou", null, order, "Task_Test", "", template, channels, order, null, deadline);
    }

    private Message only() {
        return messages.ofOrder(order).getFirst();
    }

    /** Stands for a process that is killed. */
    private static final class ThreadDeathInTests extends Error {

        private static final long serialVersionUID = 1L;
    }
}
