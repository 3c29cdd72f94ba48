package dev.afterglow.local;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Shows the local broker on the health page, with the reason when it is down. */
final class LocalBrokerHealth implements HealthIndicator {

    private final LocalBroker broker;

    LocalBrokerHealth(LocalBroker broker) {
        this.broker = broker;
    }

    @Override
    public Health health() {
        return switch (broker.state()) {
            case BrokerState.Running(long pid, var since) ->
                Health.up().withDetail("pid", pid).withDetail("since", since).build();
            case BrokerState.Starting() ->
                Health.down().withDetail("reason", "It is starting.").build();
            case BrokerState.Down(String reason) ->
                Health.down().withDetail("reason", reason).build();
        };
    }
}
