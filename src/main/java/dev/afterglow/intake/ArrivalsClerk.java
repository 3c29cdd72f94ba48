package dev.afterglow.intake;

import dev.afterglow.background.Rounds;
import dev.afterglow.intake.UnderstandingArrivals.Understood;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Understands in the background what arrived in a rush, when senders crowd no longer or have for a while. */
@Component
class ArrivalsClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalsClerk.class);
    private static final int BATCH = 64;
    private static final int MOST_TRIES = 3;
    private static final Duration CROWDED = Duration.ofMillis(25);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration TROUBLE = Duration.ofSeconds(1);

    private final Arrivals arrivals;
    private final UnderstandingArrivals understanding;
    private final Rush rush;
    private final Tally tally;
    private final Rounds rounds =
            new Rounds("arrivals", new Rounds.Pace(1, IDLE, TROUBLE), this::unlessCrowded, this::tell);

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
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private boolean unlessCrowded() throws InterruptedException {
        if (rush.goesOn()) {
            rounds.pause(CROWDED);
            return true;
        }
        return round();
    }

    /** Goes on with what waits; false when nothing did. */
    boolean round() {
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
                LOG.error("Report {} cannot be understood ({}); it is kept and tried again", place.id(), why);
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

    private void tell(RuntimeException trouble) {
        LOG.warn("Reports cannot be understood, and are tried again in {}", TROUBLE, trouble);
    }
}
