package dev.afterglow.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a person is to print and post.
 *
 * @param messageId of the ledger's row
 * @param customerId whom it is for
 * @param subject what it is about
 * @param dueAt by when it should be in the post
 * @param settledBy who posted it or decided not to
 * @param reason why it was not posted
 */
public record Letter(
        String messageId,
        String customerId,
        String subject,
        String locale,
        Status status,
        Instant wantedAt,
        Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String reason) {

    /** What became of a letter. */
    public enum Status {
        /** Nobody has posted it yet. */
        WAITING,
        /** Somebody posted it. */
        DONE,
        /** Somebody decided not to. */
        SKIPPED;

        /** The word used in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
