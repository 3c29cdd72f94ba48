package dev.afterglow.console;

import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Instants as staff read them: in the shop's own zone. */
@Component
class Times {

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /**
     * One moment.
     *
     * @param exact ISO 8601, for machines
     * @param text in the shop's zone, for people
     */
    record Moment(String exact, String text) {}

    private final ZoneId zone;
    private final Clock clock;

    Times(Shops shops, Clock clock) {
        this.zone = shops.main().timeZone();
        this.clock = clock;
    }

    public Moment of(Instant instant) {
        return new Moment(instant.toString(), READABLE.format(instant.atZone(zone)));
    }

    /** What a person of the shop calls that moment. */
    Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /** That moment as a person of the shop calls it. */
    public LocalDateTime local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    public Moment now() {
        return of(clock.instant());
    }

    public String zone() {
        return zone.getId();
    }
}
