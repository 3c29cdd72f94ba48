package dev.afterglow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.List;

/** Finds the moment a wait ends, by the clock on the customer's wall. It is never in the past. */
final class GoodMoment {

    private static final int LONGEST_SEARCH = 60;

    private final Wait wait;
    private final Home home;
    private final ZonedDateTime now;

    GoodMoment(Wait wait, Home home, Instant now) {
        this.wait = wait;
        this.home = home;
        this.now = now.atZone(home.zone());
    }

    /** When the wait would be over if every moment were good. */
    ZonedDateTime earliest(Instant begin) {
        return wait.after().from(begin.atZone(home.zone()));
    }

    /** The first good moment from then on. */
    ZonedDateTime find(Instant begin) {
        ZonedDateTime earliest = later(earliest(begin), now);
        if (wait.at() == null) {
            return onAGoodDay(earliest);
        }
        // why: three days after an afternoon, at nine, is the morning of the third day; four hours after it is not.
        ZonedDateTime notBefore = wait.after().hasHours() ? earliest : now;
        LocalDate first = later(earliest(begin), now).toLocalDate();
        return atTimeOfDay(wait.at(), first, notBefore);
    }

    private ZonedDateTime onAGoodDay(ZonedDateTime earliest) {
        LocalDate day = goodDay(earliest.toLocalDate());
        return day.equals(earliest.toLocalDate()) ? earliest : onTheWall(day, earliest.toLocalTime(), earliest);
    }

    private ZonedDateTime atTimeOfDay(LocalTime at, LocalDate first, ZonedDateTime notBefore) {
        LocalDate day = goodDay(first);
        ZonedDateTime moment = onTheWall(day, at, notBefore);
        return moment.isBefore(notBefore) ? onTheWall(goodDay(day.plusDays(1)), at, notBefore) : moment;
    }

    private LocalDate goodDay(LocalDate first) {
        return first.datesUntil(first.plusDays(LONGEST_SEARCH))
                .filter(this::isGood)
                .findFirst()
                .orElse(first);
    }

    private boolean isGood(LocalDate day) {
        return switch (wait.days()) {
            case ANY -> true;
            case WEEKDAYS -> WorkingDays.isWeekday(day, home.country());
            case BUSINESS_DAYS -> WorkingDays.isBusinessDay(day, home.country(), home.region());
        };
    }

    /** When the wall shows this; where the clocks jump over it, when they do; where it shows it twice, the first that is not too early. */
    private ZonedDateTime onTheWall(LocalDate day, LocalTime time, ZonedDateTime notBefore) {
        LocalDateTime wall = day.atTime(time);
        ZoneId zone = home.zone();
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) {
            return rules.getTransition(wall).getInstant().atZone(zone);
        }
        ZonedDateTime first = ZonedDateTime.ofLocal(wall, zone, offsets.getFirst());
        return first.isBefore(notBefore) ? ZonedDateTime.ofLocal(wall, zone, offsets.getLast()) : first;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
