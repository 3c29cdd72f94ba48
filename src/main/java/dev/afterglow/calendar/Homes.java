package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.place.PlaceZones;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out where customers live: by the order's address, else by the profile, else where the shop is. */
@Component
class Homes {

    private static final ShippingAddress NOWHERE = ShippingAddress.in(null, null);

    private final Shops shops;

    Homes(Shops shops) {
        this.shops = shops;
    }

    /** Where this customer lives who placed this order; both may be unknown. */
    Home of(@Nullable Customer customer, @Nullable Order order) {
        Shop shop = shop(customer, order);
        ShippingAddress address = order == null ? NOWHERE : order.home().orElse(NOWHERE);
        String profile = customer == null ? null : customer.timeZone();
        return new Home(
                PlaceZones.of(address.country(), address.region(), profile, shop::timeZone)
                        .getFirst(),
                country(address, shop),
                address.region());
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
