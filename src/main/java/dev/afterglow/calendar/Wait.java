package dev.afterglow.calendar;

import dev.afterglow.journey.Fields;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a marketer asks of "Wait for a good moment".
 *
 * @param from what the wait counts from
 * @param at the local time of day; null for whenever the wait is over
 * @param days which days are good
 * @param spread by up to how many minutes it may come later, so that not everybody is due at once
 */
record Wait(After after, From from, @Nullable LocalTime at, Days days, int spread) {

    private static final int LONGEST_SPREAD = 240;

    /** The same wait after so many days instead. */
    Wait afterDays(int days) {
        return new Wait(new After(Period.ofDays(days), Duration.ZERO), from, at, this.days, spread);
    }

    /** What a wait counts from. */
    enum From {
        NOW,
        PAID,
        DELIVERED;

        static From of(String word) {
            return switch (word) {
                case "paid" -> PAID;
                case "delivered" -> DELIVERED;
                default -> NOW;
            };
        }
    }

    /** Which days are good. */
    enum Days {
        ANY,
        WEEKDAYS,
        BUSINESS_DAYS;

        static Days of(String word) {
            return switch (word) {
                case "weekdays" -> WEEKDAYS;
                case "business-days" -> BUSINESS_DAYS;
                default -> ANY;
            };
        }
    }

    /**
     * Reads the fields of the step; what is not filled in takes its default.
     *
     * @throws dev.afterglow.journey.JourneyProblem naming the field that is wrong
     */
    static Wait of(Fields fields) {
        return new Wait(
                fields.read("after", After::parse, "a duration such as P3D, PT4H or P1DT12H")
                        .orElse(After.AT_ONCE),
                From.of(fields.word("from", List.of("now", "paid", "delivered"), "now")),
                fields.read("at", LocalTime::parse, "a time of day such as 09:00")
                        .orElse(null),
                Days.of(fields.word("days", List.of("any", "weekdays", "business-days"), "any")),
                fields.number("spread", 0, LONGEST_SPREAD, 0));
    }
}
