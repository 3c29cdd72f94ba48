package dev.afterglow.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept.
 *
 * @param keepRenderedBodies what messages looked like; counted in UTC
 * @param keepRawEvents what senders reported, as they sent it; counted in UTC
 * @param purgeEvery how often is looked for what is too old
 * @param purgeBatch how many rows are emptied in one transaction
 */
@Validated
@ConfigurationProperties("afterglow.privacy")
record PrivacySettings(
        @DefaultValue("90d") Period keepRenderedBodies,
        @DefaultValue("13m") Period keepRawEvents,
        @DefaultValue("1h") Duration purgeEvery,
        @DefaultValue("500") @Min(1) @Max(10000) int purgeBatch) {

    /** The time that {@code personal-data.yaml} calls so. */
    Period time(String name) {
        return switch (name) {
            case "rendered-bodies" -> keepRenderedBodies;
            case "raw-events" -> keepRawEvents;
            default -> throw new IllegalArgumentException("no setting says how long " + name + " are kept");
        };
    }
}
