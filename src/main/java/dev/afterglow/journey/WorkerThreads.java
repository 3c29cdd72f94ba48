package dev.afterglow.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads all workers share. When the app stops, jobs that were begun come to their end, and no new ones begin. */
@Component
class WorkerThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
    private static final int THREADS = 64;
    private static final int LONGEST_STOP_SECONDS = 15;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(
            THREADS, Thread.ofVirtual().name("worker-", 0).factory());
    private volatile boolean running;

    ScheduledExecutorService executor() {
        return executor;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some jobs did not end in time; they come again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // why: right after the workers have been told to take no more, and while the engine's client is still open.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
