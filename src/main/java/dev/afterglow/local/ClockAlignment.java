package dev.afterglow.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the broker's clock and the app's together; both only ever move forward. */
final class ClockAlignment {

    private static final Logger log = LoggerFactory.getLogger(ClockAlignment.class);
    private static final Duration CLOSE_ENOUGH = Duration.ofMillis(10);
    private static final Duration TOO_FAR_AHEAD = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final LocalClock clock;
    private final BrokerActuator broker;

    ClockAlignment(LocalClock clock, BrokerActuator broker) {
        this.clock = clock;
        this.broker = broker;
    }

    /** Adds the difference, so doing it again changes nothing. */
    synchronized void align() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            // why: the app's time is read first, so that a slow answer leaves the broker behind, not ahead.
            Instant here = clock.instant();
            Instant there = broker.time();
            Duration behind = Duration.between(there, here);
            if (behind.compareTo(CLOSE_ENOUGH) <= 0) {
                catchUp(there);
                return;
            }
            broker.moveBy(behind);
        }
    }

    // why: somebody moved the broker's clock by hand, or a request that seemed lost arrived late.
    private void catchUp(Instant there) throws IOException {
        Duration ahead = Duration.between(clock.instant(), there);
        if (ahead.compareTo(TOO_FAR_AHEAD) > 0) {
            log.warn("The broker's clock is {} ahead; the app's clock follows", ahead);
            clock.moveBy(ahead);
        }
    }
}
