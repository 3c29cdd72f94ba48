package dev.afterglow.rehearsal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment of an example, by the clock of the person it is about.
 *
 * @param day counted from 1, the day it begins
 * @param time null where the day alone is said
 */
record When(int day, @Nullable LocalTime time) {

    static final String SUCH = "a day and a time such as \"day 3 14:00\"";

    private static final Pattern PATTERN = Pattern.compile("day (\\d{1,4})(?: (\\d{1,2}:\\d{2}))?");

    /** Reads {@code day 3 14:00}, or {@code day 3}. */
    static When parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            throw new IllegalArgumentException(text);
        }
        String time = matcher.group(2);
        return new When(
                Integer.parseInt(matcher.group(1)),
                time == null ? null : LocalTime.parse(time.length() == 5 ? time : "0" + time));
    }

    /** The same in the calendar; where no time was said, at ten in the morning. */
    ZonedDateTime on(LocalDate first, ZoneId zone) {
        return first.plusDays(day - 1L)
                .atTime(time == null ? LocalTime.of(10, 0) : time)
                .atZone(zone);
    }

    @Override
    public String toString() {
        return time == null ? "day " + day : "day " + day + " " + time;
    }
}
