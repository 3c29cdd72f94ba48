package dev.afterglow.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine is there, as every page says it. A slow engine never makes a page slow. */
@Component
class EngineStatus {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final long PATIENCE_MILLIS = 250;
    private static final Line CHECKING = new Line("checking …", Tone.WAITING, null);

    /**
     * The line on the page.
     *
     * @param waitingEvents how many events wait for the engine; null when it is not known
     */
    record Line(String text, Tone tone, @Nullable Long waitingEvents) {}

    private final HealthContributorRegistry contributors;
    private final Clock clock;
    private CompletableFuture<Line> check = CompletableFuture.completedFuture(CHECKING);
    private Line last = CHECKING;
    private Instant asked = Instant.MIN;

    EngineStatus(HealthContributorRegistry contributors, Clock clock) {
        this.contributors = contributors;
        this.clock = clock;
    }

    /** The line, at most a few seconds old; empty when this process knows no engine. */
    Optional<Line> line() {
        return contributors.getContributor("engine") instanceof HealthIndicator engine
                ? Optional.of(line(engine))
                : Optional.empty();
    }

    private synchronized Line line(HealthIndicator engine) {
        Instant now = clock.instant();
        if (check.isDone() && !now.minus(FRESH).isBefore(asked)) {
            asked = now;
            check = new CompletableFuture<Line>();
            CompletableFuture<Line> asking = check;
            Thread.ofVirtual().name("engine-status").start(() -> asking.complete(ask(engine)));
        }
        last = check.copy()
                .completeOnTimeout(last, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        return last;
    }

    private static Line ask(HealthIndicator engine) {
        try {
            Health health = engine.health();
            Long waiting = health.getDetails().get("waitingEvents") instanceof Number count ? count.longValue() : null;
            boolean up = health.getStatus().equals(org.springframework.boot.actuate.health.Status.UP);
            return new Line(up ? "up" : "down", up ? Tone.GOOD : Tone.TROUBLE, waiting);
        } catch (RuntimeException unexpected) {
            return new Line("unknown", Tone.TROUBLE, null);
        }
    }
}
