package dev.afterglow.shipping;

import dev.afterglow.order.Parcel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * By when a parcel was said to come.
 *
 * @param promised what was said first; null when nobody said anything
 * @param due the later of what was said first and last
 */
record Expectation(@Nullable LocalDate promised, @Nullable LocalDate due) {

    static Expectation of(Parcel parcel) {
        LocalDate promised = parcel.promised();
        LocalDate expected = parcel.expected();
        boolean later = promised != null && expected != null && expected.isAfter(promised);
        return new Expectation(promised, later ? expected : promised);
    }

    /** Whether the promised day is over, once this day is. */
    boolean isMissedAfter(LocalDate day) {
        return promised != null && !day.isBefore(promised);
    }

    /** How many days too late it is, once this day is over; 0 on the promised day, and until a later day that was told. */
    long daysLateAfter(LocalDate day) {
        return promised == null || due == null || day.isBefore(due) ? 0 : ChronoUnit.DAYS.between(promised, day);
    }
}
