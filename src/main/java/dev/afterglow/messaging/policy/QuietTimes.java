package dev.afterglow.messaging.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A part of each day, by the clock on the wall.
 *
 * @param from the first quiet minute; the same as {@code to}: no hour is quiet
 * @param to the first minute that is not quiet any more
 * @param sundays whether Sundays are quiet altogether
 */
record QuietTimes(LocalTime from, LocalTime to, boolean sundays) {

    boolean contain(LocalDateTime moment) {
        return isQuietDay(moment) || isQuietHour(moment.toLocalTime());
    }

    /** When the wall shows the end of what contains this moment. */
    LocalDateTime endAfter(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (isQuietDay(moment)) {
            return day.plusDays(1).atStartOfDay();
        }
        return moment.toLocalTime().isBefore(to)
                ? day.atTime(to)
                : day.plusDays(1).atTime(to);
    }

    private boolean isQuietDay(LocalDateTime moment) {
        return sundays && moment.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean isQuietHour(LocalTime time) {
        if (from.equals(to)) {
            return false;
        }
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }
}
