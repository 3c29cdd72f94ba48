package dev.afterglow.intake.carriers;

import dev.afterglow.intake.Field;
import dev.afterglow.place.PlaceZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads times as carriers write them: often by the clock where the parcel was, without saying which. */
public final class LocalTimes {

    private static final LocalTime SOME_TIME_THAT_DAY = LocalTime.NOON;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_DATE_TIME;
    private static final Map<String, String> SHORT_COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> Locale.of("", code).getISO3Country(), code -> code));

    private LocalTimes() {}

    /**
     * When it was: by the offset in the text, else by the clock of the place, else by that of the account.
     *
     * @param country two or three letters; anything else is a place nobody knows
     * @return null when the field is empty
     */
    public static @Nullable Instant at(
            Field field, @Nullable String country, @Nullable String state, ZoneId otherwise) {
        String text = field.text(64);
        if (text == null) {
            return null;
        }
        List<ZoneId> zones = PlaceZones.at(shortCountry(country), state);
        Instant at = moment(field, text.replace(' ', 'T'), zones.isEmpty() ? otherwise : zones.getFirst());
        return inRange(field, at);
    }

    /** The day in a date or moment as it is written, whatever its zone; null when the field is empty. */
    public static @Nullable LocalDate day(Field field) {
        String text = field.text(64);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            inRange(field, day.atStartOfDay(ZoneOffset.UTC).toInstant());
            return day;
        } catch (DateTimeException e) {
            throw field.refuse("must be a day such as 2026-05-10");
        }
    }

    private static Instant moment(Field field, String text, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text)
                        .atTime(SOME_TIME_THAT_DAY)
                        .atZone(zone)
                        .toInstant();
            }
            TemporalAccessor read = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : ((LocalDateTime) read).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw field.refuse("must be a time such as 2026-05-10T09:00:00Z");
        }
    }

    private static Instant inRange(Field field, Instant at) {
        if (at.getEpochSecond() < 0 || at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw field.refuse("must be a time from 1970 on");
        }
        return at;
    }

    private static @Nullable String shortCountry(@Nullable String country) {
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        return code.length() == 2 ? code : SHORT_COUNTRIES.get(code);
    }
}
