package dev.afterglow.journey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A version of a process at the engine that did not come from here, such as one deployed straight from Camunda Modeler.
 *
 * @param journey the process id
 * @param version the engine's
 * @param seenAt when work of it came here first
 * @param findings what is wrong with it, one sentence each
 * @param running how many runs are on it
 */
public record Stranger(
        String journey, int version, Instant seenAt, Judgement judgement, List<String> findings, long running) {

    /** What the check says. */
    public enum Judgement {
        /** Nothing is wrong with it. */
        SOUND,
        /** From a folder it would not have been deployed. */
        REFUSED,
        /** The engine does not give its diagram out, so nobody here can tell. */
        UNREADABLE;

        /** The word used in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Judgement of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
