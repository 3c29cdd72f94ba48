package dev.afterglow.console;

import dev.afterglow.support.CaseEntry;
import dev.afterglow.support.CaseOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cases are about and how they end, as sentences. */
final class CaseWords {

    private CaseWords() {}

    /** Why a case was opened. */
    static String why(@Nullable String reason) {
        return reason == null ? "Opened by another system." : PlainWords.reason(reason);
    }

    static String ended(Optional<CaseOutcome> outcome) {
        return outcome.map(CaseWords::outcome).orElse("Closed elsewhere");
    }

    static String outcome(CaseOutcome outcome) {
        return switch (outcome) {
            case SOLVED -> "Solved";
            case REPLACED -> "They get another one";
            case REFUNDED -> "They get their money back";
            case GOODWILL -> "They got something for the trouble";
            case NO_ANSWER -> "They never answered";
            case NOTHING_TO_DO -> "There was nothing to see to";
        };
    }

    /** What was done, in a few words. */
    static String title(CaseEntry entry, Times times) {
        return switch (entry.kind()) {
            case OPENED -> "Opened";
            case GIVEN ->
                entry.about() == null || entry.about().equals(entry.by()) ? "Taken" : "Given to " + entry.about();
            case NOTED -> "Note";
            case DUE ->
                entry.about() == null
                        ? "New deadline"
                        : "New deadline: "
                                + times.of(Instant.parse(entry.about())).text();
            case REMINDED -> "Reminder: the deadline comes near" + told(entry);
            case ESCALATED -> "The deadline passed" + told(entry);
            case CLOSED -> "Closed: " + ended(CaseOutcome.of(entry.about()));
            case REOPENED -> "Opened again";
        };
    }

    static Tone tone(CaseEntry entry) {
        return switch (entry.kind()) {
            case OPENED, REOPENED, REMINDED -> Tone.WAITING;
            case ESCALATED -> Tone.TROUBLE;
            case CLOSED -> Tone.GOOD;
            default -> Tone.PLAIN;
        };
    }

    private static String told(CaseEntry entry) {
        return entry.about() == null ? "" : ", told " + entry.about();
    }
}
