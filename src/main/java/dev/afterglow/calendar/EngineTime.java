package dev.afterglow.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A date and time as FEEL writes it: with an offset, or with the name of a zone behind an at sign. */
final class EngineTime {

    private EngineTime() {}

    /**
     * Reads it.
     *
     * @throws DateTimeException when it is none
     */
    static Instant parse(String text) {
        int end = text.indexOf('@');
        return end < 0 || text.substring(0, end).matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(end < 0 ? text : text.substring(0, end)).toInstant()
                : LocalDateTime.parse(text.substring(0, end))
                        .atZone(ZoneId.of(text.substring(end + 1)))
                        .toInstant();
    }
}
