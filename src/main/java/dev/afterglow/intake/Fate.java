package dev.afterglow.intake;

import dev.afterglow.journey.RecordedEvent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a report.
 *
 * @param reason why journeys hear nothing of it, or what is odd about it
 */
record Fate(Outcome outcome, @Nullable String reason) {

    /** Journeys hear of it. */
    static final Fate HEARD = new Fate(Outcome.ACCEPTED, null);

    /** It is about somebody who was erased. */
    static final Fate ERASED = silent("erased");

    /** Its facts are used, and there is nothing to hear. */
    static Fate kept(@Nullable String remark) {
        return new Fate(Outcome.KEPT, remark);
    }

    /** Its facts wait for what it is about. */
    static Fate waiting(String reason) {
        return new Fate(Outcome.WAITING, reason);
    }

    /** Journeys hear nothing of it. */
    static Fate silent(String reason) {
        return new Fate(Outcome.IGNORED, reason);
    }
}
