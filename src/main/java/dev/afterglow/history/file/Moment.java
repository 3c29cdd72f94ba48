package dev.afterglow.history.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as it was written, with a time if there was one.
 *
 * @param doubtful month and day may be the other way round
 * @param offset as it was written; null when none was
 */
record Moment(
        int year,
        int month,
        int day,
        boolean doubtful,
        LocalTime time,
        @Nullable ZoneOffset offset) {

    private static final String TIME =
            "(?:[T,]?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp][Mm])?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);

    /** What was written; of two that may be day and month, the first is taken for the month here. */
    static Optional<Moment> read(String text) {
        try {
            Matcher certain = YEAR_FIRST.matcher(text);
            if (certain.matches()) {
                return Optional.of(new Moment(
                        number(certain, 1),
                        number(certain, 2),
                        number(certain, 3),
                        false,
                        time(certain, 4),
                        offset(certain, 8)));
            }
            Matcher other = YEAR_LAST.matcher(text);
            return other.matches() ? Optional.of(yearLast(other)) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Moment yearLast(Matcher text) {
        int year = number(text, 4);
        int full = text.group(4).length() == 2 ? year + (year < 70 ? 2000 : 1900) : year;
        boolean dots = text.group(2).equals(".");
        int month = number(text, dots ? 3 : 1);
        int day = number(text, dots ? 1 : 3);
        return new Moment(full, month, day, !dots, time(text, 5), offset(text, 9));
    }

    /** What this date says about all dates of the file; nothing when it may be either. */
    Optional<DateOrder> says() {
        if (!doubtful || month > 12 == day > 12) {
            return Optional.empty();
        }
        return Optional.of(month > 12 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /** The day meant. */
    LocalDate date(DateOrder order) {
        boolean swapped = doubtful && order == DateOrder.DAY_FIRST;
        return LocalDate.of(year, swapped ? day : month, swapped ? month : day);
    }

    /** The instant meant, by the clocks of this zone where none was written. */
    Instant at(DateOrder order, ZoneId zone) {
        return LocalDateTime.of(date(order), time)
                .atZone(Objects.requireNonNullElse(offset, zone))
                .toInstant();
    }

    private static int number(Matcher text, int group) {
        return Integer.parseInt(text.group(group));
    }

    private static LocalTime time(Matcher text, int group) {
        if (text.group(group) == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(text, group);
        String half = text.group(group + 3);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        return LocalTime.of(hour, number(text, group + 1), text.group(group + 2) == null ? 0 : number(text, group + 2));
    }

    private static @Nullable ZoneOffset offset(Matcher text, int group) {
        String written = text.group(group);
        if (written == null) {
            return null;
        }
        return written.startsWith("+") || written.startsWith("-") ? ZoneOffset.of(written) : ZoneOffset.UTC;
    }
}
