package dev.afterglow.messaging.channel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Delivers webhooks in the background, several at once, so that one slow endpoint holds up no other for long. */
@Component
@Conditional(WhenEndpoints.class)
class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int AT_ONCE = 16;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration TROUBLE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);
    private static final int ROUNDS_BETWEEN_TIDYING = 3600;

    private final WebhookDelivering delivering;
    private volatile boolean running;
    private Thread thread = new Thread();

    WebhookSender(WebhookDelivering delivering) {
        this.delivering = delivering;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("webhooks").start(this::run);
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
                    delivering.tidyUp();
                }
                if (!round()) {
                    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
                }
            } catch (InterruptedException e) {
                LOG.debug("Told to stop");
                return;
            } catch (RuntimeException e) {
                // why: whatever it was, deliveries go on waiting here, and only this thread carries them.
                LOG.warn("Webhooks are in trouble and go on in {}", TROUBLE, e);
                pause();
            }
        }
    }

    /** Delivers what is due; false when there was nothing. */
    private boolean round() {
        List<WebhookQueue.Due> due = delivering.take(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> threads.execute(() -> delivering.deliver(one)));
        }
        return !due.isEmpty();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
