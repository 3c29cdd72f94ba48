package dev.afterglow.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How long after something, in days by the calendar and in hours by the clock, such as {@code P3D}, {@code P2W},
 * {@code PT4H} or {@code P1DT12H}.
 */
record After(Period days, Duration hours) {

    static final After AT_ONCE = new After(Period.ZERO, Duration.ZERO);

    /**
     * Reads an ISO 8601 duration.
     *
     * @throws DateTimeException when it is none
     * @throws IllegalArgumentException when it goes back in time
     */
    static After parse(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        int time = iso.indexOf('T');
        String date = time < 0 ? iso : iso.substring(0, time);
        After after = new After(
                time > 0 && date.equals("P") ? Period.ZERO : Period.parse(date),
                time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time)));
        if (after.days().isNegative() || after.hours().isNegative()) {
            throw new IllegalArgumentException("goes back in time");
        }
        return after;
    }

    /** Whether it says more than a number of days. */
    boolean hasHours() {
        return !hours.isZero();
    }

    ZonedDateTime from(ZonedDateTime begin) {
        return begin.plus(days).plus(hours);
    }
}
