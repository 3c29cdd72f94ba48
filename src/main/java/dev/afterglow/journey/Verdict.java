package dev.afterglow.journey;

/** What the engine said to a published event. */
sealed interface Verdict {

    /** It is in the engine's log, by this attempt or an earlier one. */
    record Taken() implements Verdict {}

    /** The engine has too much to do; later. */
    record Busy() implements Verdict {}

    /** Nobody answers; later. */
    record Absent() implements Verdict {}

    /** It will never be taken. */
    record Refused(String reason) implements Verdict {}
}
