package dev.afterglow.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a review is not published. The list is closed, and no reason is about the stars or about liking the product: whoever
 * shows reviews may keep some back for what is in them, but not for being bad ones (16 CFR 465.7 (b); Directive 2005/29/EC,
 * Annex I, no. 23c).
 */
public enum Refusal {
    /** It tells names, addresses or the like of somebody. */
    PERSONAL_DATA,
    /** It insults, threatens or is obscene. */
    OFFENSIVE,
    /** It is about something else. */
    NOT_ABOUT_PRODUCT,
    /** It advertises something. */
    ADVERTISING,
    /** The law forbids it. */
    UNLAWFUL;

    /** The short word with dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this word; empty when there is none. */
    public static Optional<Refusal> of(@Nullable String word) {
        return Stream.of(values()).filter(reason -> reason.word().equals(word)).findFirst();
    }
}
