package dev.afterglow.messaging;

import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.words.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger, as far as sending must know it.
 *
 * @param envelope what was written; null before anything was
 * @param wantedAt when a journey first wanted it
 * @param notBefore when to look again; null when that is for the job to say
 * @param leasedUntil until when somebody is at work on it
 * @param handedOverAt when somebody first passed the point after which nobody knows
 * @param attempt counts who was at it; only the latest may change the row
 * @param resends how often it was sent again because nobody knew
 */
record Entry(
        String id,
        Status status,
        @Nullable String reason,
        Purpose purpose,
        @Nullable Envelope envelope,
        Instant wantedAt,
        @Nullable Instant notBefore,
        @Nullable Instant leasedUntil,
        @Nullable Instant handedOverAt,
        int attempt,
        int resends) {

    boolean isLeasedAt(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** True when whoever handed it over is gone, and nobody knows. */
    boolean isLeftBehindAt(Instant now) {
        return status == Status.HANDED_OVER && !isLeasedAt(now);
    }

    /** What became of it, when there is nothing left to do. */
    @Nullable
    Delivery delivery() {
        return switch (status) {
            case ACCEPTED -> new Delivery.Sent(id);
            case SILENT -> new Delivery.Silent(id, String.valueOf(reason));
            case REJECTED -> new Delivery.Rejected(id, String.valueOf(reason));
            case RESOLVED -> "arrived".equals(reason) ? new Delivery.Sent(id) : new Delivery.Uncertain(id, null);
            case PLANNED, DEFERRED, RESERVED, HANDED_OVER, UNCERTAIN -> null;
        };
    }
}
