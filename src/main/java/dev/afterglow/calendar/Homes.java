package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out where customers live: where the order goes, else where the last order went that they had sent to themselves;
 * else what the profile says; else where the shop is.
 */
@Component
class Homes {

    private static final ShippingAddress NOWHERE = ShippingAddress.in(null, null);

    private final Orders orders;
    private final Shops shops;

    Homes(Orders orders, Shops shops) {
        this.orders = orders;
        this.shops = shops;
    }

    /** Where this customer lives who placed this order; both may be unknown. */
    Home of(@Nullable Customer customer, @Nullable Order order) {
        Shop shop = shop(customer, order);
        ShippingAddress address = Optional.ofNullable(order)
                .flatMap(Order::home)
                .or(() -> lastOf(customer))
                .orElse(NOWHERE);
        String profile = customer == null ? null : customer.timeZone();
        return new Home(
                PlaceZones.of(address.country(), address.region(), profile, shop::timeZone)
                        .getFirst(),
                country(address, shop),
                address.region());
    }

    private Optional<ShippingAddress> lastOf(@Nullable Customer customer) {
        return customer == null
                ? Optional.empty()
                : orders.of(customer.id()).stream()
                        .flatMap(order -> order.home().stream())
                        .findFirst();
    }

    private static String country(ShippingAddress address, Shop shop) {
        if (address.country() != null) {
            return address.country();
        }
        return shop.country().isEmpty() ? shop.locale().getCountry() : shop.country();
    }

    // why: a wait must not fail because somebody took a shop's settings away; only its clock is looked at.
    private Shop shop(@Nullable Customer customer, @Nullable Order order) {
        ShopKey key = ShopKey.MAIN;
        if (customer != null) {
            key = customer.shop();
        } else if (order != null) {
            key = shops.ofOrder(order.id());
        }
        return shops.find(key).orElseGet(shops::main);
    }
}
