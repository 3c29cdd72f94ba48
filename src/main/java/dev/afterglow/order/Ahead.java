package dev.afterglow.order;

import java.time.Duration;
import java.time.Instant;

/** What senders date ahead of our clock. Within a day it may be a matter of zones; beyond, a clock is wrong. */
public final class Ahead {

    /** From the clocks that are last to those that are first (UTC-12 to UTC+14), should a sender mistake one for the other. */
    public static final Duration MOST = Duration.ofHours(26);

    private Ahead() {}

    /** Whether it cannot be true. */
    public static boolean isTooFar(Instant told, Instant now) {
        return told.isAfter(now.plus(MOST));
    }

    /** When it was told to have been, but no later than now where that cannot be true. */
    static Instant believed(Instant told, Instant now) {
        return isTooFar(told, now) ? now : told;
    }
}
