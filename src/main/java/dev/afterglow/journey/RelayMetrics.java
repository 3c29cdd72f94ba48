package dev.afterglow.journey;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many events wait for the engine, and for how long the oldest has. */
@Component
class RelayMetrics implements MeterBinder {

    private final Outbox outbox;
    private final Clock clock;

    RelayMetrics(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("afterglow.relay.waiting", outbox, Outbox::size)
                .description("Events stored and not yet taken by the engine")
                .register(meters);
        Gauge.builder("afterglow.relay.oldest", this, RelayMetrics::oldestSeconds)
                .description("Age of the oldest event that waits for the engine")
                .baseUnit("seconds")
                .register(meters);
    }

    private double oldestSeconds() {
        return outbox.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
