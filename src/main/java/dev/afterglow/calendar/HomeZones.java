package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shops;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * By which clock a customer lives: that of the last order they had sent to themselves, where its address tells; else that
 * of their profile; else the shop's.
 */
@Component
public class HomeZones {

    private final Orders orders;
    private final Shops shops;

    HomeZones(Orders orders, Shops shops) {
        this.orders = orders;
        this.shops = shops;
    }

    /** The zone; of a country with several, the one of the profile if it is there, else the most likely. */
    public ZoneId of(Customer customer) {
        Optional<ZoneId> profile = PlaceZones.named(customer.timeZone());
        List<ZoneId> there = orders.of(customer.id()).stream()
                .filter(order -> !order.gift() && order.shipTo() != null)
                .findFirst()
                .map(HomeZones::zones)
                .orElse(List.of());
        if (there.isEmpty()) {
            return profile.orElseGet(() -> shops.of(customer.shop()).timeZone());
        }
        return profile.filter(there::contains).orElse(there.getFirst());
    }

    private static List<ZoneId> zones(Order order) {
        ShippingAddress address = order.shipTo();
        return address == null ? List.of() : PlaceZones.at(address.country(), address.region());
    }
}
