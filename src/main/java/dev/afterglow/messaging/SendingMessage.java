package dev.afterglow.messaging;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.policy.Policies;
import java.time.Clock;
import java.util.Iterator;
import org.springframework.stereotype.Service;

/**
 * Sends a message at most once: may we, which words, write it down, hand it over, write down how it ended. When the
 * customer cannot be reached on one channel, the next one is used.
 */
@Service
class SendingMessage {

    private final Deciding deciding;
    private final Ledger ledger;
    private final Channels channels;
    private final MessageCounter counter;
    private final Clock clock;

    SendingMessage(Deciding deciding, Ledger ledger, Channels channels, MessageCounter counter, Clock clock) {
        this.deciding = deciding;
        this.ledger = ledger;
        this.channels = channels;
        this.counter = counter;
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
        Iterator<Channel> rest = channels.named(wish.channels()).iterator();
        Delivery delivery = send(wish, rest.next());
        while (rest.hasNext() && mayGoElsewhere(delivery)) {
            delivery = send(wish, rest.next());
        }
        return delivery;
    }

    private static boolean mayGoElsewhere(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Silent silent -> Policies.concernsOnlyTheChannel(silent.reason());
            case Delivery.Rejected rejected -> true;
            case Delivery.Sent sent -> false;
            case Delivery.Deferred deferred -> false;
            case Delivery.Uncertain uncertain -> false;
        };
    }

    private Delivery send(SendRequest wish, Channel channel) {
        return switch (deciding.on(wish, channel)) {
            case Reservation.Decided(Delivery delivery, boolean news) -> {
                if (news) {
                    counter.count(channel, delivery);
                }
                yield delivery;
            }
            case Reservation.Ours ours -> handOver(ours, channel);
            case Reservation.Theirs() ->
                throw new TransientFailure("another worker is sending it", new IllegalStateException("leased"));
        };
    }

    /** Hands over what is ours to send. */
    Delivery handOver(Reservation.Ours ours, Channel channel) {
        Delivery delivery = tryHandOver(ours.envelope(), ours.attempt(), channel);
        counter.count(channel, delivery);
        return delivery;
    }

    private Delivery tryHandOver(Envelope envelope, int attempt, Channel channel) {
        String id = envelope.id();
        try {
            return switch (channel.handOver(envelope, () -> ledger.mark(id, attempt))) {
                case Channel.Handover.Taken(var providerId) -> {
                    ledger.accepted(id, attempt, providerId);
                    yield new Delivery.Sent(id);
                }
                case Channel.Handover.Refused(String reason) ->
                    deciding.afterRefusal(id, attempt, reason, channel)
                            .orElseThrow(() ->
                                    new TransientFailure("a repeat was refused", new IllegalStateException(reason)));
            };
        } catch (Channel.NobodyKnows e) {
            return deciding.afterNobodyKnows(id, channel)
                    .orElseThrow(() -> new TransientFailure("the connection was lost while sending", e));
        } catch (TransientFailure e) {
            ledger.giveBack(id, attempt, "not-taken");
            throw e;
        }
    }
}
