package dev.afterglow.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: a message a journey wanted to send, and what became of it.
 *
 * @param edition of the journey's folder that the words were taken from; null for those of before that was kept
 * @param businessKey what the run is about
 * @param step the id of the step in the diagram
 * @param occasion tells apart several messages of one step; empty when there is only one
 * @param channel what the journey asked for, such as {@code email}
 * @param transport what carried it: {@code smtp}, or {@code capture} when it was only kept for looking at
 * @param purpose {@code service} or {@code marketing}
 * @param topic what it is about, as consent is given for it
 * @param template the name of the words
 * @param locale the language they were rendered in
 * @param recipient the address; personal
 * @param reason why it is silent, rejected, deferred, uncertain or resolved; null when sent
 * @param notBefore when it is looked at again
 * @param resends how often it was handed over again although nobody knew whether it had left
 * @param decidedAt when it was decided whether to send
 * @param sentAt when the channel took it
 */
public record Message(
        String id,
        String journey,
        @Nullable String edition,
        String businessKey,
        String step,
        String occasion,
        @Nullable String customerId,
        @Nullable String orderId,
        String channel,
        @Nullable String transport,
        String purpose,
        String topic,
        String template,
        @Nullable String locale,
        @Nullable String recipient,
        @Nullable String subject,
        Status status,
        @Nullable String reason,
        @Nullable Instant notBefore,
        int resends,
        Instant decidedAt,
        @Nullable Instant sentAt) {

    /** What became of a message. */
    public enum Status {
        /** It is wanted, and nobody is at it. */
        PLANNED,
        /** It waits for a better moment, or for a channel that did not take it. */
        DEFERRED,
        /** Somebody is about to hand it over. */
        RESERVED,
        /** It is being handed over, and past the point where that can be called back. */
        HANDED_OVER,
        /** The channel took it. */
        ACCEPTED,
        /** It was decided not to send it. */
        SILENT,
        /** The channel refused it for good. */
        REJECTED,
        /** It may or may not have left. */
        UNCERTAIN,
        /** It was uncertain, and somebody decided what to make of it; the reason says what. */
        RESOLVED;

        /** The word used in the database, the read API and the metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The status with this word. */
        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
