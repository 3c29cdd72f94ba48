package dev.afterglow.journey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How journeys run.
 *
 * @param folder where the journeys are; by default {@code ./bpmn} if it exists, else the ones packed with the app
 * @param deploy whether this process deploys journeys; switch it off where several replicas run
 * @param watchEvery how often changed folders are looked for
 * @param retries how often a step in trouble is tried before an operator must look; the same number stands in the diagrams
 * @param timeToLive how long the engine keeps an event that nobody waits for yet
 * @param commandsInFlight how many commands may be open at the engine at once
 */
@Validated
@ConfigurationProperties("afterglow.journey")
public record JourneySettings(
        @Nullable String folder,
        @DefaultValue("true") boolean deploy,
        @DefaultValue("5s") Duration watchEvery,
        @DefaultValue("10") @Min(1) @Max(100) int retries,
        @DefaultValue("1m") Duration timeToLive,
        @DefaultValue("64") @Min(1) @Max(1000) int commandsInFlight) {}
