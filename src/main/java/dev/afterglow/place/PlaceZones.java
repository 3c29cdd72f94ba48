package dev.afterglow.place;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The time zones of countries, states and provinces. */
public final class PlaceZones {

    private PlaceZones() {}

    /**
     * The zones of a place, the most likely first; empty when the country is not known.
     *
     * @param country ISO 3166-1, two letters
     * @param state its short name, such as {@code CA}
     */
    public static List<ZoneId> at(@Nullable String country, @Nullable String state) {
        if (country == null) {
            return List.of();
        }
        return StateZones.of(country, state).orElseGet(() -> of(country));
    }

    /**
     * The zones somebody may live in: those of the address, else the one the profile names, else another. A profile that
     * names one of the address's zones settles which.
     *
     * @return never empty; the most likely first
     */
    public static List<ZoneId> of(
            @Nullable String country, @Nullable String state, @Nullable String profile, Supplier<ZoneId> otherwise) {
        Optional<ZoneId> named = named(profile);
        List<ZoneId> there = at(country, state);
        if (there.isEmpty()) {
            return List.of(named.orElseGet(otherwise));
        }
        return named.filter(there::contains).map(List::of).orElse(there);
    }

    /** The zone with this name; empty when there is none. */
    public static Optional<ZoneId> named(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    // why: the two lists of zones are not always of the same year.
    private static List<ZoneId> of(String country) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .flatMap(id -> named(id).stream())
                .toList();
    }
}
