package dev.afterglow.rehearsal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in a calendar.
 *
 * @param what the name of the words, or the event; empty where it is about the journey
 * @param step the id of the step in the diagram, where it was one
 * @param reason a code, where it did not happen, waits, or ended something
 * @param until when it is tried again, where it waits
 */
record Entry(
        Instant at,
        Kind kind,
        String what,
        @Nullable String step,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String reason,
        @Nullable Instant until) {

    /** What it is. */
    enum Kind {
        /** Somebody outside does something. */
        HAPPENS,
        /** No journey hears of what happened. */
        IGNORED,
        /** A message leaves. */
        SENT,
        /** A message does not leave, and never will. */
        SILENT,
        /** A message waits for a better moment. */
        WAITS,
        /** Somebody of ours has to see to the person. */
        CASE,
        /** The journey does not begin for this person. */
        DECLINED,
        /** The journey is over. */
        ENDS
    }

    static Entry happens(Instant at, String what) {
        return new Entry(at, Kind.HAPPENS, what, null, null, null, null, null);
    }

    static Entry ofJourney(Instant at, Kind kind, @Nullable String reason) {
        return new Entry(at, kind, "", null, null, null, reason, null);
    }

    /** As a marketer would write it into the file of examples. */
    String inWords() {
        return inWords(kind, what, channel, subject, reason);
    }

    static String inWords(
            Kind kind, String what, @Nullable String channel, @Nullable String subject, @Nullable String reason) {
        String words = switch (kind) {
            case HAPPENS, SENT -> what;
            case SILENT -> "no " + what;
            case WAITS -> what + " waits";
            case IGNORED -> "ignored";
            case CASE -> "case";
            case DECLINED -> "declined";
            case ENDS -> "ends";
        };
        return words
                + (channel == null ? "" : ", by: " + channel)
                + (subject == null ? "" : ", subject: " + subject)
                + (reason == null ? "" : ", because: " + reason);
    }
}
