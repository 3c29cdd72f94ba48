package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.Topology;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine answers, and how many events wait for it. The app itself works on without it. */
@Component("engine")
class EngineHealth implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final CamundaClient engine;
    private final Outbox outbox;

    EngineHealth(CamundaClient engine, Outbox outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        Health.Builder health = answers();
        health.withDetail("waitingEvents", outbox.size());
        return health.build();
    }

    private Health.Builder answers() {
        try {
            Topology topology =
                    engine.newTopologyRequest().requestTimeout(TIMEOUT).send().join();
            return topology.getBrokers().isEmpty()
                    ? Health.down().withDetail("reason", "the gateway knows no broker yet")
                    : Health.up().withDetail("version", topology.getGatewayVersion());
        } catch (ClientException e) {
            return Health.down().withDetail("reason", "no answer (" + CommandStrategy.code(e) + ")");
        }
    }
}
