package dev.afterglow.calendar;

import dev.afterglow.customer.Birthday;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** On which days of the year who was born is celebrated on a day of the calendar. */
final class Feast {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay DAY_BEFORE = MonthDay.of(2, 28);

    private Feast() {}

    /** The birthdays celebrated on that day: in a year without one, 29 February is celebrated on the 28th. */
    static List<MonthDay> of(LocalDate day) {
        MonthDay itself = MonthDay.from(day);
        return itself.equals(DAY_BEFORE) && !day.isLeapYear() ? List.of(itself, LEAP_DAY) : List.of(itself);
    }

    /** Whether this person is celebrated on that day. */
    static boolean isOf(Birthday birthday, LocalDate day) {
        return of(day).contains(MonthDay.of(birthday.month(), birthday.day()));
    }
}
