package dev.afterglow.messaging;

import org.jspecify.annotations.Nullable;

/** What a channel answered to a message that was only sent for looking at. */
public sealed interface TestSend {

    /**
     * It took it.
     *
     * @param providerId what it calls it, if it said so
     */
    record Taken(@Nullable String providerId) implements TestSend {}

    /** This channel has no other side here; nothing left. */
    record OnlyKept() implements TestSend {}

    /** It will not take it. */
    record Refused(String reason) implements TestSend {}

    /** It could not be reached, or did not take it now. */
    record NotNow(String why) implements TestSend {}

    /** The connection broke at the one moment after which nobody can tell. */
    record Uncertain() implements TestSend {}
}
