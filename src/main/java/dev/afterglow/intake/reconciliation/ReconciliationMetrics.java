package dev.afterglow.intake.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How long ago the time is to which each account's orders are pulled. */
@Component
class ReconciliationMetrics implements MeterBinder {

    private final PulledShops shops;
    private final Pulls pulls;
    private final Clock clock;

    ReconciliationMetrics(PulledShops shops, Pulls pulls, Clock clock) {
        this.shops = shops;
        this.pulls = pulls;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        shops.names()
                .forEach(name -> Gauge.builder("afterglow.reconciliation.behind", () -> behind(name))
                        .description("Age of the newest change up to which all orders are pulled")
                        .baseUnit("seconds")
                        .tag("account", name)
                        .register(meters));
    }

    private double behind(String account) {
        return pulls.of(Set.of(account)).stream()
                .flatMap(pull -> Optional.ofNullable(pull.reached()).stream())
                .mapToDouble(
                        reached -> Duration.between(reached, clock.instant()).toSeconds())
                .findFirst()
                .orElse(Double.NaN);
    }
}
