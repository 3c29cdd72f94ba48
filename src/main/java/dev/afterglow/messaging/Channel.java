package dev.afterglow.messaging;

/** A way for a message to leave. */
interface Channel {

    /** What a step in a diagram calls it, such as {@code email}. */
    String name();

    /** What carries it, such as {@code smtp}. */
    String transport();

    /** True when nothing leaves the machine: then keeping the message is sending it. */
    boolean onlyKeeps();

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

        /** It has it. */
        record Taken() implements Handover {}

        /** It will never take it. */
        record Refused(String reason) implements Handover {}
    }

    /** The connection broke after the point of no return. */
    final class NobodyKnows extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NobodyKnows(Throwable cause) {
            super("it may have left", cause);
        }
    }
}
