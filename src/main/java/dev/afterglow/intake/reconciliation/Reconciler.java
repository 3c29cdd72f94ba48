package dev.afterglow.intake.reconciliation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Pulls in the background, as long as there is an account to pull from. Several replicas share the work. */
@Component
class Reconciler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final PulledShops shops;
    private final Pulling pulling;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private Thread thread = new Thread();

    Reconciler(PulledShops shops, Pulling pulling) {
        this.shops = shops;
        this.pulling = pulling;
    }

    @Override
    public void start() {
        if (shops.names().isEmpty()) {
            return;
        }
        pulling.begin();
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("reconciler").start(this::run);
    }

    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        stopped.countDown();
        pulling.end();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!turn()) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The reconciler was told to stop");
        }
    }

    private boolean turn() {
        try {
            return pulling.turn();
        } catch (RuntimeException e) {
            LOG.warn("Pulling orders is in trouble and goes on in {}", IDLE, e);
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (stopped.await(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Stopped");
        }
    }
}
