package dev.afterglow.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many reports wait to be understood, and for how long the oldest has. */
@Component
class ArrivalsMetrics implements MeterBinder {

    private final Arrivals arrivals;
    private final Clock clock;

    ArrivalsMetrics(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("afterglow.arrivals.waiting", arrivals, Arrivals::size)
                .description("Reports that were taken and are yet to be understood")
                .register(meters);
        Gauge.builder("afterglow.arrivals.oldest", this, ArrivalsMetrics::oldestSeconds)
                .description("Age of the oldest report that is yet to be understood")
                .baseUnit("seconds")
                .register(meters);
    }

    private double oldestSeconds() {
        return arrivals.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
