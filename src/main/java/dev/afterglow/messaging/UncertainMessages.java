package dev.afterglow.messaging;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import java.util.List;
import org.springframework.stereotype.Service;

/** Messages that may or may not have left, for a person to look into. */
@Service
public class UncertainMessages {

    private final Ledger ledger;
    private final Messages messages;
    private final Deciding deciding;
    private final SendingMessage sending;
    private final Channels channels;

    UncertainMessages(Ledger ledger, Messages messages, Deciding deciding, SendingMessage sending, Channels channels) {
        this.ledger = ledger;
        this.messages = messages;
        this.deciding = deciding;
        this.sending = sending;
        this.channels = channels;
    }

    /** Those nobody has looked into, oldest first, at most that many. */
    public List<Message> waiting(int most) {
        return messages.uncertain(most);
    }

    /** How many there are. */
    public long count() {
        return messages.countUncertain();
    }

    /**
     * It arrived: somebody found out.
     *
     * @param by who says so
     * @return false when it is not uncertain any more
     */
    public boolean arrived(String id, String by) {
        return ledger.resolve(id, "arrived", by);
    }

    /**
     * It stays as it is, and is not asked about again.
     *
     * @return false when it is not uncertain any more
     */
    public boolean leave(String id, String by) {
        return ledger.resolve(id, "left-as-it-is", by);
    }

    /**
     * Sends it again, word for word and under the same Message-ID, if the policies still allow it.
     *
     * @return what became of it; silent with the reason when a policy objects, and then it stays uncertain
     */
    public Delivery sendAgain(String id) {
        Message message = messages.find(id).orElseThrow(() -> new IllegalArgumentException("no message " + id));
        Channel channel = channels.named(message.channel());
        return switch (deciding.onceMore(message, channel)) {
            case Reservation.Decided(Delivery delivery, boolean news) -> delivery;
            case Reservation.Ours ours -> handOver(ours, channel);
            case Reservation.Theirs() -> new Delivery.Uncertain(id, null);
        };
    }

    private Delivery handOver(Reservation.Ours ours, Channel channel) {
        String id = ours.envelope().id();
        try {
            return sending.handOver(ours, channel);
        } catch (TransientFailure notNow) {
            // why: no job comes back for it, and it must not disappear from the list of those to look into.
            ledger.uncertainAgain(id);
            return new Delivery.Uncertain(id, null);
        }
    }
}
