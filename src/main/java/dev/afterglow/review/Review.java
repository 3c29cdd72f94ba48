package dev.afterglow.review;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who bought a product says of it.
 *
 * @param id that of the invitation
 * @param productId the shop's own id; that of a further shop begins with the shop's name and a slash
 * @param stars from 1 to 5
 * @param text in their own words; null when they only gave stars, or were erased
 * @param author first name and initial; null for those who are not named
 * @param language of the page it was written on, as a BCP 47 tag
 * @param reason why it was refused; null otherwise
 * @param revision counts how often it was changed, from 1
 * @param decidedBy who published or refused it, or took that back; null before
 */
public record Review(
        String id,
        String productId,
        String product,
        String orderId,
        String customerId,
        int stars,
        @Nullable String text,
        @Nullable String author,
        String language,
        State state,
        @Nullable Refusal reason,
        int revision,
        Instant givenAt,
        Instant changedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    static final int MOST_STARS = 5;

    /** Where a review stands. */
    public enum State {
        /** Nobody has looked at it. */
        WAITING,
        /** Everybody can read it. */
        PUBLISHED,
        /** Nobody can read it, for one of the reasons there are. */
        REFUSED;

        /** The word used in the database and in texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether its author may still change it: what is published stays as it was read. */
    boolean mayChange() {
        return state != State.PUBLISHED;
    }
}
