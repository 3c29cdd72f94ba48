package dev.afterglow.messaging.page;

import dev.afterglow.customer.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an address opens, and for whom.
 *
 * @param messageId the message that carried it
 * @param customerId who it is about; null where nobody is known
 * @param channel the channel of that message
 * @param topic the topic of that message
 * @param url where a tracked link leads; null for all others
 * @param expiresAt from then on it opens nothing
 */
record Grant(
        Scope scope,
        String messageId,
        @Nullable String customerId,
        String channel,
        Topic topic,
        @Nullable String url,
        Instant expiresAt) {

    /**
     * Who it is about.
     *
     * @throws NothingHere when nobody is known
     */
    String person() {
        if (customerId == null) {
            throw NothingHere.atAll();
        }
        return customerId;
    }

    /** The same person and message, for something else. */
    Grant widened(Scope other, Instant until) {
        return new Grant(other, messageId, customerId, channel, topic, null, until);
    }

    /** A tracked link in the same message. */
    Grant leadingTo(String target, Instant until) {
        return new Grant(Scope.LINK, messageId, customerId, channel, topic, target, until);
    }
}
