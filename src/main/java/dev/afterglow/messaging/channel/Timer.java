package dev.afterglow.messaging.channel;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.stereotype.Component;

/** Rings the bells of all deadlines. */
@Component
class Timer {

    private final ScheduledThreadPoolExecutor bells = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines").factory());

    Timer() {
        bells.setRemoveOnCancelPolicy(true);
    }

    Deadline in(Duration most) {
        return new Deadline(bells, most);
    }

    @PreDestroy
    void close() {
        bells.shutdownNow();
    }
}
