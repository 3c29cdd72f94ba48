package dev.afterglow.history;

import dev.afterglow.background.Rounds;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes imports in the background, one after the other. */
@Component
class HistoryClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryClerk.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration TROUBLE = Duration.ofSeconds(10);
    private static final int ROUNDS_BETWEEN_TIDYING = 3600;

    private final TakingHistory taking;
    private final Rounds rounds = new Rounds("history", new Rounds.Pace(1, IDLE, TROUBLE), this::round, this::tell);
    private int round;

    HistoryClerk(TakingHistory taking) {
        this.taking = taking;
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

    /** Takes the next import; false when none waits. */
    private boolean round() {
        if (round++ % ROUNDS_BETWEEN_TIDYING == 0) {
            taking.tidyUp();
        }
        Optional<Import> next = taking.next();
        next.ifPresent(one -> taking.take(one, rounds::isStopping));
        return next.isPresent();
    }

    private void tell(RuntimeException trouble) {
        LOG.warn("Imports are in trouble and go on in {}", TROUBLE, trouble);
    }
}
