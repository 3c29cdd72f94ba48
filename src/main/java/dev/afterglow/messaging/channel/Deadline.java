package dev.afterglow.messaging.channel;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One deadline for a whole hand-over: when it is over, the connection is cut. Limits on single reads do not do, for a
 * server that sends a byte now and then meets them all.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> bell;
    private @Nullable Runnable cut;
    private boolean over;

    Deadline(ScheduledExecutorService timer, Duration most) {
        this.bell = timer.schedule(this::ring, most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What to do when it is over; done at once when it already is. */
    synchronized void cutsOff(Runnable connection) {
        cut = connection;
        if (over) {
            connection.run();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    /** What is left; never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, bell.getDelay(TimeUnit.NANOSECONDS)));
    }

    @Override
    public synchronized void close() {
        bell.cancel(false);
        cut = null;
    }

    private synchronized void ring() {
        over = true;
        if (cut != null) {
            cut.run();
        }
    }
}
