package dev.afterglow.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Whether more comes in than can be understood at once. */
@Component
class Rush {

    // why: while senders crowd, each is answered first; but what they told must not wait for the end of a long day.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int CROWD = 8;

    private final Clock clock;
    private final AtomicLong put = new AtomicLong();
    private final AtomicInteger lately = new AtomicInteger();
    private volatile long understood;
    private volatile Instant since = Instant.MAX;

    Rush(Clock clock) {
        this.clock = clock;
    }

    /** Whether reports wait to be understood, so that what comes now has to wait behind them. */
    boolean isOn() {
        return put.get() != understood;
    }

    /** Whether so many wait for their turn that they had better not. */
    boolean isCrowd(int waiting) {
        return waiting >= CROWD;
    }

    /** Reports are about to be kept as arrivals. */
    void begin() {
        if (!isOn()) {
            since = clock.instant();
        }
        lately.incrementAndGet();
        put.incrementAndGet();
    }

    /** They are there now: whoever looked before may have found nothing. */
    void arrived() {
        put.incrementAndGet();
    }

    /** How much has been put so far; to be asked before looking for them. */
    long mark() {
        return put.get();
    }

    /** After this mark nothing was left. */
    void isOver(long mark) {
        understood = mark;
    }

    /** Whether senders still crowd; counts from one call to the next. */
    boolean goesOn() {
        boolean crowded = lately.getAndSet(0) >= CROWD;
        return crowded && since.plus(LONGEST_WAIT).isAfter(clock.instant());
    }
}
