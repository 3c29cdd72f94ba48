package dev.afterglow.intake;

import dev.afterglow.intake.UnderstandingArrivals.Understood;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Understands in the background what was taken in a rush, when the rush is over or has lasted for a while. */
@Component
class ArrivalsClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalsClerk.class);
    private static final int BATCH = 64;
    private static final int MOST_TRIES = 3;
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration TROUBLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final Arrivals arrivals;
    private final UnderstandingArrivals understanding;
    private final Rush rush;
    private final Tally tally;
    private volatile boolean running;
    private Thread thread = new Thread();

    ArrivalsClerk(Arrivals arrivals, UnderstandingArrivals understanding, Rush rush, Tally tally) {
        this.arrivals = arrivals;
        this.understanding = understanding;
        this.rush = rush;
        this.tally = tally;
        // why: what an earlier process took is older than all that comes now.
        rush.arrived();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("arrivals").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (!round()) {
                    TimeUnit.MILLISECONDS.sleep((rush.isOn() ? LOOK : IDLE).toMillis());
                }
            } catch (InterruptedException e) {
                LOG.debug("Told to stop");
                return;
            } catch (RuntimeException e) {
                LOG.warn("Reports cannot be understood, and are tried again in {}", TROUBLE, e);
                pause();
            }
        }
    }

    /** Goes on with what waits; false when there was nothing to do now. */
    boolean round() {
        if (rush.goesOn()) {
            return false;
        }
        long mark = rush.mark();
        int understood = oldest();
        if (understood == 0) {
            rush.isOver(mark);
        }
        return understood > 0;
    }

    private int oldest() {
        try {
            return count(understanding.oldest(BATCH));
        } catch (RuntimeException e) {
            // why: one that cannot be understood must not keep the others waiting.
            return arrivals.places(BATCH).stream().mapToInt(this::one).sum();
        }
    }

    private int one(Arrivals.Place place) {
        for (int tries = 1; ; tries++) {
            try {
                return count(understanding.one(place));
            } catch (TransientDataAccessException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            } catch (RuntimeException e) {
                String why = e.getClass().getSimpleName();
                LOG.error(
                        "Report {} that arrived cannot be understood ({}); it is kept and tried again",
                        place.id(),
                        why);
                LOG.debug("Because of this", e);
                arrivals.failed(place, why);
                return 1;
            }
        }
    }

    private int count(Understood understood) {
        tally.count(understood.arrivals(), understood.recordings());
        return understood.arrivals().size();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
