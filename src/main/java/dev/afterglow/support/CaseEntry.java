package dev.afterglow.support;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a case.
 *
 * @param by who did it, by the name they sign in with; null when nobody did, but a journey or another system
 * @param about the new owner, the new deadline (ISO 8601) or the word of the outcome; null where there is none
 * @param words what somebody wrote
 */
public record CaseEntry(
        String id,
        String caseId,
        Kind kind,
        Instant at,
        @Nullable String by,
        @Nullable String about,
        @Nullable String words) {

    /** What it was. */
    public enum Kind {
        OPENED,
        GIVEN,
        NOTED,
        DUE,
        REMINDED,
        ESCALATED,
        CLOSED,
        REOPENED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
