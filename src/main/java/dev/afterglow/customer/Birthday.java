package dev.afterglow.customer;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * The day somebody was born on.
 *
 * @param year null when it was not said
 */
public record Birthday(int month, int day, @Nullable Integer year) {

    /** Refuses days no calendar has. */
    public Birthday {
        MonthDay.of(month, day);
        if (year != null && !Year.of(year).isValidMonthDay(MonthDay.of(month, day))) {
            throw new DateTimeException("no such day in that year");
        }
    }
}
