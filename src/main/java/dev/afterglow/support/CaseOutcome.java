package dev.afterglow.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a case ended. Its word reaches journeys that wait for the end. */
public enum CaseOutcome {
    /** It works, or the question is answered. */
    SOLVED,
    /** They get another one. */
    REPLACED,
    /** They get their money. */
    REFUNDED,
    /** Nothing could be mended, and they got something for the trouble. */
    GOODWILL,
    /** They were asked, and never said anything more. */
    NO_ANSWER,
    /** There was nothing to see to. */
    NOTHING_TO_DO;

    /** The word in the database and in diagrams, such as {@code no-answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome with this word; empty when there is none. */
    public static Optional<CaseOutcome> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
