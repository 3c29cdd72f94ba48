package dev.afterglow.customer;

import java.util.Locale;
import java.util.Set;

/**
 * What a message is about. Consent is given and withdrawn by topic, and when two messages compete for the same moment
 * the earlier topic in this list goes first.
 */
public enum Topic {
    /** The order itself: paid, on its way, delivered. */
    ORDER,
    /** Surveys. */
    FEEDBACK,
    /** Asking for a public review. */
    REVIEWS,
    /** Guides and care tips. */
    CARE,
    /** Offers, birthdays, what goes well with what. */
    OFFERS;

    /** All that a shop may only write about when the customer wants it. */
    public static final Set<Topic> OF_MARKETING = Set.of(FEEDBACK, REVIEWS, CARE, OFFERS);

    /** The word used in files, tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The topic with this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Topic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
