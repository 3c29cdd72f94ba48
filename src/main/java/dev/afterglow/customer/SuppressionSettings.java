package dev.afterglow.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How addresses are remembered that nothing is sent to.
 *
 * @param key of the hashes; when there is none, one is made and kept in the database
 * @param softBounces when an address that was only away counts as gone
 */
@Validated
@ConfigurationProperties("afterglow.suppression")
record SuppressionSettings(
        @Nullable String key, @DefaultValue @Valid SoftBounces softBounces) {

    /**
     * Bounces that may pass.
     *
     * @param many so many of them ...
     * @param over ... spread over at least this time ...
     * @param rest ... and nothing is sent for this long; bounces older than that are forgotten
     */
    record SoftBounces(
            @DefaultValue("5") @Min(2) int many,
            @DefaultValue("7d") @NotNull Duration over,
            @DefaultValue("30d") @NotNull Duration rest) {}

    // why: a secret that is never printed is never in a log.
    @Override
    public String toString() {
        return "SuppressionSettings[softBounces=" + softBounces + "]";
    }
}
