package dev.afterglow.messaging.policy;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.ShopSettings;
import dev.afterglow.messaging.words.Audience;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time zones a customer may live in: those of the shipping address, else the profile's, else the shop's. An address
 * that does not tell which zone of its country it is in has several.
 */
final class CustomerZones {

    private final ShopSettings shop;

    CustomerZones(ShopSettings shop) {
        this.shop = shop;
    }

    /** Never empty; the most likely first. */
    List<ZoneId> of(Audience audience) {
        Optional<ZoneId> profile = profile(audience.customer());
        List<ZoneId> there = at(audience.country(), audience.region());
        if (there.isEmpty()) {
            return List.of(profile.orElse(shop.timeZone()));
        }
        return profile.filter(there::contains).map(List::of).orElse(there);
    }

    /** The zones of a place; empty when the country is not known. */
    static List<ZoneId> at(@Nullable String country, @Nullable String state) {
        if (country == null) {
            return List.of();
        }
        return StateZones.of(country, state).orElseGet(() -> of(country));
    }

    private static List<ZoneId> of(String country) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .flatMap(id -> zone(id).stream())
                .toList();
    }

    private static Optional<ZoneId> profile(@Nullable Customer customer) {
        return Optional.ofNullable(customer).flatMap(known -> zone(known.timeZone()));
    }

    // why: the two lists of zones are not always of the same year, and profiles come from outside.
    private static Optional<ZoneId> zone(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
