package dev.afterglow.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How journeys hear of birthdays.
 *
 * @param every how often is looked for birthdays that are due; zero: never by this process
 * @param at the time of day where the customer lives
 * @param knownFor how many days before the birthday it must have been told
 * @param madeUpWithin how many days after a birthday that was missed, because nothing ran, it is still told
 * @param minimumAge how old a person turns at least; those whose year of birth was not said count as old enough
 */
@Validated
@ConfigurationProperties("afterglow.calendar.birthday")
record BirthdaySettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("09:00") LocalTime at,
        @DefaultValue("30") @Min(0) @Max(330) int knownFor,
        @DefaultValue("3") @Min(1) @Max(14) int madeUpWithin,
        @DefaultValue("16") @Min(0) @Max(120) int minimumAge) {}
