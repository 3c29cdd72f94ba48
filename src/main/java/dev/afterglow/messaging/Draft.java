package dev.afterglow.messaging;

import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.policy.Objection;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.messaging.words.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decided message before it is written down: either an envelope, or what there is against sending it.
 *
 * @param edition of the journey's folder that the words were taken from
 * @param envelope null when it is not sent, or not now
 * @param objection null when it shall be sent
 */
record Draft(
        Purpose purpose,
        Topic topic,
        String locale,
        @Nullable String edition,
        @Nullable String recipient,
        @Nullable Envelope envelope,
        @Nullable Objection objection) {

    static Draft against(Traits traits, Words words, @Nullable String recipient, Objection objection) {
        return new Draft(traits.purpose(), traits.topic(), words.locale(), words.edition(), recipient, null, objection);
    }

    static Draft of(Traits traits, Words words, Envelope envelope) {
        return new Draft(
                traits.purpose(), traits.topic(), envelope.locale(), words.edition(), envelope.to(), envelope, null);
    }

    Envelope written() {
        return Objects.requireNonNull(envelope);
    }

    Status status(Channel channel) {
        return switch (objection) {
            case Objection.Silence silence -> Status.SILENT;
            case Objection.Wait wait -> Status.DEFERRED;
            case null -> channel.onlyKeeps() ? Status.ACCEPTED : Status.RESERVED;
        };
    }
}
