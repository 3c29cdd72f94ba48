package dev.afterglow.local;

import java.time.Duration;

/** Longer pauses the more often something ended soon after it began. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The pause after something that lasted so long. */
    Duration after(Duration lasted) {
        if (lasted.compareTo(LONG_ENOUGH) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return pause;
    }
}
