package dev.afterglow.messaging.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When and how often customers are written to.
 *
 * @param quietHours when nothing is sent that can wait
 * @param frequency how much marketing one customer gets
 * @param spread messages that waited for the same moment leave within this time after it
 */
@Validated
@ConfigurationProperties("afterglow.messaging")
record PolicySettings(
        @DefaultValue @Valid QuietHours quietHours,
        @DefaultValue @Valid Frequency frequency,
        @DefaultValue("30m") @NotNull Duration spread) {

    /**
     * By the customer's own clock.
     *
     * @param from the first quiet minute; the same as {@code to}: there are none
     * @param to the first minute that is not quiet any more
     * @param sundays whether Sundays are quiet altogether
     */
    record QuietHours(
            @DefaultValue("21:00") @NotNull LocalTime from,
            @DefaultValue("08:00") @NotNull LocalTime to,
            @DefaultValue("false") boolean sundays) {}

    /**
     * Over all journeys. Who asked for fewer gets half of it.
     *
     * @param perDay in any 24 hours
     * @param perWeek in any seven days
     */
    record Frequency(
            @DefaultValue("1") @Min(1) int perDay,
            @DefaultValue("3") @Min(1) int perWeek) {}
}
