package dev.afterglow.messaging.channel;

import dev.afterglow.background.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final int ROUNDS_BETWEEN_TIDYING = 3600;

    private final WebhookDelivering delivering;
    private final Rounds rounds = new Rounds("webhooks", new Rounds.Pace(1, IDLE, TROUBLE), this::round, this::tell);
    private int round;

    WebhookSender(WebhookDelivering delivering) {
        this.delivering = delivering;
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

    /** Delivers what is due; false when there was nothing. */
    private boolean round() {
        if (round++ % ROUNDS_BETWEEN_TIDYING == 0) {
            delivering.tidyUp();
        }
        List<WebhookQueue.Due> due = delivering.take(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> threads.execute(() -> delivering.deliver(one)));
        }
        return !due.isEmpty();
    }

    private void tell(RuntimeException trouble) {
        LOG.warn("Webhooks are in trouble and go on in {}", TROUBLE, trouble);
    }
}
