package dev.afterglow.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was kept.
 *
 * @param id ours; also the id of the engine's message
 * @param outcome what became of it
 * @param reason why it started nothing, or why the engine refused it
 * @param publishedAt when the engine took it; null while it waits, or when nobody shall hear of it
 */
public record RecordedEvent(
        String id,
        String sender,
        String type,
        String subject,
        @Nullable String orderId,
        @Nullable String customerId,
        Outcome outcome,
        @Nullable String reason,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable Instant publishedAt) {

    /** What became of an event. */
    public enum Outcome {
        /** Stored, and the engine hears of it. */
        ACCEPTED,
        /** Stored, and its facts are used; journeys hear of what follows from them. The reason says what is odd. */
        KEPT,
        /** Stored, and its facts are kept for an order or parcel nobody has told us of yet. */
        WAITING,
        /** Stored, and nothing starts from it: the reason says why. */
        IGNORED,
        /** Stored, and the engine would not take it: the reason says why. */
        REFUSED;

        /** The word used in the database and the answers. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
