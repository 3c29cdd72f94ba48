package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shops;
import java.time.ZoneId;
import java.util.List;

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
        Customer customer = audience.customer();
        String profile = customer == null ? null : customer.timeZone();
        return PlaceZones.of(
                audience.country(),
                audience.region(),
                profile,
                () -> audience.shop(shops).timeZone());
    }
}
