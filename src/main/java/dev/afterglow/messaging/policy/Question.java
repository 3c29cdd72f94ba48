package dev.afterglow.messaging.policy;

import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Traits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * May this message be sent now?
 *
 * @param messageId of the ledger's row, for telling this message from others
 * @param template the name of the words
 * @param occasion tells apart several messages of one step; empty when there is only one
 * @param address where it would go; null when the customer has none on this channel
 * @param wantedAt when a journey first wanted it
 * @param businessKey what the run is about, such as the id of a parcel; empty when no run asks
 */
public record Question(
        String messageId,
        Audience audience,
        Traits traits,
        String template,
        String occasion,
        String channel,
        @Nullable String address,
        Instant wantedAt,
        Instant now,
        String businessKey) {

    /** A question nobody's run asks. */
    public Question(
            String messageId,
            Audience audience,
            Traits traits,
            String template,
            String occasion,
            String channel,
            @Nullable String address,
            Instant wantedAt,
            Instant now) {
        this(messageId, audience, traits, template, occasion, channel, address, wantedAt, now, "");
    }
}
