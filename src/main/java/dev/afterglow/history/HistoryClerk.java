package dev.afterglow.history;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);
    private static final int ROUNDS_BETWEEN_TIDYING = 3600;

    private final TakingHistory taking;
    private volatile boolean running;
    private Thread thread = new Thread();

    HistoryClerk(TakingHistory taking) {
        this.taking = taking;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("history").start(this::run);
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
        for (int round = 0; running; round++) {
            try {
                if (round % ROUNDS_BETWEEN_TIDYING == 0) {
                    taking.tidyUp();
                }
                Optional<Import> next = taking.next();
                next.ifPresent(one -> taking.take(one, () -> !running));
                if (next.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
                }
            } catch (InterruptedException e) {
                LOG.debug("Told to stop");
                return;
            } catch (RuntimeException e) {
                // why: whatever it was, imports go on waiting here, and only this thread takes them.
                LOG.warn("Imports are in trouble and go on in {}", TROUBLE, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
