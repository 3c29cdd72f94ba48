package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AppTest;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending over a channel that does as it is told, with the real ledger. */
class SendingMessageTest extends AppTest {

    private final String order = "order-" + UUID.randomUUID();
    private final ToldChannel channel = new ToldChannel();

    @Autowired
    private Ledger ledger;

    @Autowired
    private Messages messages;

    @Autowired
    private WordsShelf shelf;

    @Autowired
    private Liquid liquid;

    @Autowired
    private ShopSettings shop;

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionTemplate transaction;

    private SendingMessage sending;

    @BeforeEach
    void aPaidOrder() {
        orders.keep(new Order(
                order,
                "shop",
                "#1",
                null,
                OrderStatus.PAID,
                false,
                "ada@example.com",
                "en",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()));
        sending = new SendingMessage(
                ledger,
                shelf,
                liquid,
                shop,
                orders,
                customers,
                List.of(channel),
                transaction,
                new SimpleMeterRegistry(),
                clock());
    }

    @Test
    void whatWasSentIsNotSentAgainHoweverOftenTheJobComes() {
        Delivery first = send();
        assertThat(first).isInstanceOf(Delivery.Sent.class);
        assertThat(IntStream.range(0, 5).mapToObj(i -> send()).distinct()).containsExactly(first);
        assertThat(channel.taken).hasSize(1);
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
        assertThat(channel.taken).hasSize(1);
        assertThat(answers).anyMatch(Delivery.Sent.class::isInstance);
    }

    @Test
    void aServerThatWasBusyGetsTheSameMailLater() {
        channel.then(new TransientFailure("busy", new IllegalStateException()));
        assertThatThrownBy(this::send).isInstanceOf(TransientFailure.class);
        assertThat(only().status()).isEqualTo(Status.PLANNED);
        assertThat(send()).isInstanceOf(Delivery.Sent.class);
        assertThat(channel.taken).containsExactly(only().id());
    }

    @Test
    void aRefusalForGoodIsNotTriedAgain() {
        channel.then(new Channel.Handover.Refused("smtp-550"));
        assertThat(send()).isInstanceOf(Delivery.Rejected.class);
        assertThat(send()).isInstanceOf(Delivery.Rejected.class);
        assertThat(only().reason()).isEqualTo("smtp-550");
        assertThat(channel.asked).isEqualTo(1);
    }

    @Test
    void whereNobodyKnowsItIsUncertainAndNeverRepeated() {
        channel.then(new Channel.NobodyKnows(new IllegalStateException()));
        assertThat(send()).isInstanceOf(Delivery.Uncertain.class);
        clock().advance(Duration.ofDays(1));
        assertThat(send()).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.asked).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiedAfterTheMarkLeavesItUncertain() {
        channel.then(new ThreadDeathInTests());
        assertThatThrownBy(this::send).isInstanceOf(ThreadDeathInTests.class);
        assertThatThrownBy(this::send).as("its lease still holds").isInstanceOf(TransientFailure.class);
        clock().advance(Ledger.LEASE.plusSeconds(1));
        assertThat(send()).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.asked).isEqualTo(1);
    }

    @Test
    void anOrderCancelledInBetweenIsNotSpokenAbout() {
        orders.keep(new Order(
                order,
                "shop",
                null,
                null,
                OrderStatus.CANCELLED,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()));
        assertThat(send()).isInstanceOf(Delivery.Silent.class);
        assertThat(only().reason()).isEqualTo("order-cancelled");
        assertThat(channel.asked).isZero();
    }

    @Test
    void aJobThatComesAfterItsDeadlineBeginsNothing() {
        assertThatThrownBy(
                        () -> sending.send(wish("thank-you", clock().instant().minusSeconds(1))))
                .isInstanceOf(TransientFailure.class);
        assertThat(messages.ofOrder(order)).isEmpty();
    }

    @Test
    void wordsThatDoNotExistAreAProblemThatNamesWhatIsMissing() {
        assertThatThrownBy(() -> sending.send(wish("hello", clock().instant().plusSeconds(60))))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("thank-you/messages")
                .hasMessageContaining("hello.email");
        assertThat(messages.ofOrder(order)).isEmpty();
    }

    private Delivery send() {
        return sending.send(wish("thank-you", clock().instant().plusSeconds(120)));
    }

    private SendRequest wish(String template, Instant deadline) {
        return new SendRequest("ThankYou", order, "Task_Test", "", template, "email", order, null, deadline);
    }

    private Message only() {
        return messages.ofOrder(order).getFirst();
    }

    /** Stands for a process that is killed. */
    private static final class ThreadDeathInTests extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static final class ToldChannel implements Channel {

        private final Deque<Object> script = new ArrayDeque<>();
        private final List<String> taken = new ArrayList<>();
        private int asked;

        void then(Object answer) {
            script.add(answer);
        }

        @Override
        public String name() {
            return "email";
        }

        @Override
        public String transport() {
            return "told";
        }

        @Override
        public boolean onlyKeeps() {
            return false;
        }

        @Override
        public synchronized Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
            asked++;
            Object answer = script.isEmpty() ? new Handover.Taken() : script.remove();
            if (answer instanceof TransientFailure busy) {
                throw busy;
            }
            pointOfNoReturn.run();
            switch (answer) {
                case RuntimeException trouble -> throw trouble;
                case Error death -> throw death;
                case Handover.Taken fine -> taken.add(envelope.id());
                default -> {}
            }
            return (Handover) answer;
        }
    }
}
