package dev.afterglow.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer wrote to us.
 *
 * @param provider who brought it, such as {@code twilio}
 * @param id the provider's own for it
 * @param channel how it came, such as {@code sms}
 * @param from the customer's address; personal
 * @param text what was written; personal
 * @param answers the provider's id of the message of ours that this answers, where it says so
 * @param understoodAs the keyword, when the provider understood and answered it itself
 */
public record Inbound(
        String provider,
        String id,
        String channel,
        String from,
        String text,
        @Nullable String answers,
        @Nullable String understoodAs,
        Instant at) {

    /** One that does not say what it answers. */
    public Inbound(
            String provider,
            String id,
            String channel,
            String from,
            String text,
            @Nullable String understoodAs,
            Instant at) {
        this(provider, id, channel, from, text, null, understoodAs, at);
    }

    Wish wish() {
        return Wish.in(understoodAs == null ? text : understoodAs);
    }
}
