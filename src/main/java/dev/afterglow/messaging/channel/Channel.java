package dev.afterglow.messaging.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way for a message to leave. */
public interface Channel {

    /** What a step in a diagram calls it, such as {@code email}. */
    String name();

    /** What carries it, such as {@code smtp}. */
    String transport();

    /** True when nothing leaves the machine: then keeping the message is sending it. */
    default boolean onlyKeeps() {
        return false;
    }

    /**
     * For how long the other side recognises a message that is handed over twice, and drops the second; zero when it
     * never does.
     */
    default Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    /**
     * Hands a message over.
     *
     * @param pointOfNoReturn to be run right before the step after which nobody can tell whether it left; whatever it
     *     throws stops the hand-over
     * @return taken, or refused for good
     * @throws dev.afterglow.journey.TransientFailure when it surely did not leave, and may do so later
     * @throws NobodyKnows when it may have left
     */
    Handover handOver(Envelope envelope, Runnable pointOfNoReturn);

    /** What the other side said. */
    sealed interface Handover {

        /**
         * It has it.
         *
         * @param providerId what the other side calls it, if it said so
         */
        record Taken(@Nullable String providerId) implements Handover {

            /** Taken without a name. */
            public Taken() {
                this(null);
            }
        }

        /** It will never take it. */
        record Refused(String reason) implements Handover {}
    }

    /** The connection broke after the point of no return. */
    final class NobodyKnows extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Says so, with what was seen last. */
        public NobodyKnows(Throwable cause) {
            super("it may have left", cause);
        }
    }
}
