package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shops;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time zones a customer may live in: those of the shipping address, else the profile's, else the shop's. An address
 * that does not tell which zone of its country it is in has several.
 */
final class CustomerZones {

    private final Shops shops;

    CustomerZones(Shops shops) {
        this.shops = shops;
    }

    /** Never empty; the most likely first. */
    List<ZoneId> of(Audience audience) {
        Optional<ZoneId> profile = profile(audience.customer());
        List<ZoneId> there = PlaceZones.at(audience.country(), audience.region());
        if (there.isEmpty()) {
            return List.of(profile.orElseGet(() -> audience.shop(shops).timeZone()));
        }
        return profile.filter(there::contains).map(List::of).orElse(there);
    }

    // why: profiles come from outside.
    private static Optional<ZoneId> profile(@Nullable Customer customer) {
        return Optional.ofNullable(customer).flatMap(known -> PlaceZones.named(known.timeZone()));
    }
}
