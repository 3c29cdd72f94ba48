package dev.afterglow.messaging.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how long somebody wants to hear nothing. A pause ends at the beginning of a day where that person lives. */
final class Pause {

    private static final int LONGEST_YEARS = 1;

    private Pause() {}

    /**
     * When the pause ends; null for none.
     *
     * @param known when the pause ends that there is now
     * @throws DateTimeException when the day is none, is past, or is more than a year away
     */
    static @Nullable Instant end(Wishes wishes, @Nullable Instant known, LocalDate today, ZoneId zone) {
        String pause = Objects.requireNonNullElse(wishes.pause(), "keep");
        boolean hasDay = wishes.until() != null && !wishes.until().isBlank();
        return switch (pause) {
            case "1", "2", "3" -> start(today.plusMonths(Integer.parseInt(pause)), zone);
            case "none" -> hasDay ? day(wishes, today, zone) : null;
            case "date" -> day(wishes, today, zone);
            default -> hasDay ? day(wishes, today, zone) : known;
        };
    }

    private static Instant day(Wishes wishes, LocalDate today, ZoneId zone) {
        LocalDate day = LocalDate.parse(Objects.requireNonNullElse(wishes.until(), ""));
        if (!day.isAfter(today) || day.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new DateTimeException("a pause ends between tomorrow and a year from now");
        }
        return start(day, zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
