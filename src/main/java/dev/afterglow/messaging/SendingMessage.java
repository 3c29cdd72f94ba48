package dev.afterglow.messaging;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a message at most once: may we, which words, write it down, hand it over, write down how it ended. */
@Service
class SendingMessage {

    private final Ledger ledger;
    private final WordsShelf shelf;
    private final Liquid liquid;
    private final ShopSettings shop;
    private final Orders orders;
    private final Customers customers;
    private final List<Channel> channels;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    SendingMessage(
            Ledger ledger,
            WordsShelf shelf,
            Liquid liquid,
            ShopSettings shop,
            Orders orders,
            Customers customers,
            List<Channel> channels,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.liquid = liquid;
        this.shop = shop;
        this.orders = orders;
        this.customers = customers;
        this.channels = List.copyOf(channels);
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Sends, or finds out what became of it before.
     *
     * @throws TransientFailure when it did not leave, and may do so later
     * @throws JourneyProblem when the words or the step are wrong
     */
    Delivery send(SendRequest wish) {
        if (clock.instant().isAfter(wish.deadline())) {
            throw new TransientFailure("the job came too late to begin", new IllegalStateException("deadline"));
        }
        Channel channel = channel(wish.channel());
        Reservation reservation = ledger.recall(wish).orElseGet(() -> decide(wish, channel));
        return switch (reservation) {
            case Reservation.Decided(Delivery delivery) -> delivery;
            case Reservation.Ours ours -> handOver(ours, channel);
            case Reservation.Theirs() ->
                throw new TransientFailure("another worker is sending it", new IllegalStateException("leased"));
        };
    }

    private Reservation decide(SendRequest wish, Channel channel) {
        Reservation reservation = transaction.execute(status -> ledger.reserve(wish, draft(wish), channel));
        if (reservation instanceof Reservation.Decided(Delivery delivery)) {
            count(channel, delivery);
        }
        return java.util.Objects.requireNonNull(reservation);
    }

    private Draft draft(SendRequest wish) {
        Audience audience = audience(wish);
        Words words = shelf.find(wish.journey(), wish.template(), wish.channel(), audience.locale());
        Locale locale = Locale.forLanguageTag(words.locale());
        Optional<String> silence = Policies.silence(audience, words.purpose());
        Words.Letter letter = silence.isPresent() ? null : fill(words, audience, locale);
        return new Draft(words.purpose(), words.locale(), audience.email(), letter, silence.orElse(null));
    }

    private Words.Letter fill(Words words, Audience audience, Locale locale) {
        try {
            return words.fill(liquid, Values.of(audience, shop, locale));
        } catch (WordsRefused refused) {
            throw new JourneyProblem("WORDS_REFUSED", words.name() + " in " + words.locale() + " cannot be filled in");
        }
    }

    private Audience audience(SendRequest wish) {
        Order order =
                wish.orderId() == null ? null : orders.find(wish.orderId()).orElse(null);
        Customer customer = wish.customerId() == null
                ? null
                : customers.find(wish.customerId()).orElse(null);
        return new Audience(customer, order, order != null && orders.isRepeatBuyer(order));
    }

    private Delivery handOver(Reservation.Ours ours, Channel channel) {
        Delivery delivery = tryHandOver(ours.envelope(), ours.attempt(), channel);
        count(channel, delivery);
        return delivery;
    }

    private Delivery tryHandOver(Envelope envelope, int attempt, Channel channel) {
        String id = envelope.id();
        try {
            return switch (channel.handOver(envelope, () -> ledger.mark(id, attempt))) {
                case Channel.Handover.Taken() -> {
                    ledger.settle(id, attempt, Status.SENT, null);
                    yield new Delivery.Sent(id);
                }
                case Channel.Handover.Refused(String reason) -> {
                    ledger.settle(id, attempt, Status.REJECTED, reason);
                    yield new Delivery.Rejected(id, reason);
                }
            };
        } catch (Channel.NobodyKnows e) {
            ledger.settle(id, attempt, Status.UNCERTAIN, "connection-lost-while-sending");
            return new Delivery.Uncertain(id);
        } catch (TransientFailure e) {
            ledger.giveBack(id, attempt);
            throw e;
        }
    }

    private Channel channel(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new JourneyProblem("CHANNEL_UNKNOWN", "there is no channel \"%s\" here".formatted(name)));
    }

    private void count(Channel channel, Delivery delivery) {
        String reason = switch (delivery) {
            case Delivery.Silent silent -> silent.reason();
            case Delivery.Rejected rejected -> rejected.reason();
            case Delivery.Sent sent -> "none";
            case Delivery.Uncertain uncertain -> "none";
        };
        String status = delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter(
                        "afterglow.messages",
                        "channel",
                        channel.name(),
                        "transport",
                        channel.transport(),
                        "status",
                        status,
                        "reason",
                        reason)
                .increment();
    }
}
