package dev.afterglow.journey;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long editions of journeys are kept.
 *
 * @param keep how long the files of one stay after it served somebody for the last time; that it was there stays known
 */
@Validated
@ConfigurationProperties("afterglow.editions")
record EditionSettings(@DefaultValue("90d") @NotNull Duration keep) {}
