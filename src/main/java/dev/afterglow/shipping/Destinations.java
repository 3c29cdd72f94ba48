package dev.afterglow.shipping;

import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where orders go, and what time it is there. */
@Component
class Destinations {

    private final Orders orders;
    private final Shops shops;
    private final Clock clock;

    Destinations(Orders orders, Shops shops, Clock clock) {
        this.orders = orders;
        this.shops = shops;
        this.clock = clock;
    }

    /** The zone of the delivery address; of several the one where the day ends first; else the shop's. */
    ZoneId zone(String orderId) {
        Instant now = clock.instant();
        return there(orderId).stream()
                .max(Comparator.comparingInt(
                        zone -> zone.getRules().getOffset(now).getTotalSeconds()))
                .orElseGet(() ->
                        shops.find(shops.ofOrder(orderId)).orElse(shops.main()).timeZone());
    }

    private List<ZoneId> there(String orderId) {
        Optional<ShippingAddress> address = orders.find(orderId).map(Order::shipTo);
        return address.map(to -> PlaceZones.at(to.country(), to.region())).orElse(List.of());
    }
}
