package dev.afterglow.intake.woocommerce;

import dev.afterglow.shop.SomeShops;
import java.util.List;
import java.util.Map;

/** What the app makes of WooCommerce's orders. The account {@code blue} is the shop Blue's. */
public final class WoocommerceRoom {

    private WoocommerceRoom() {}

    public static PulledFromWoocommerce pulled() {
        return new PulledFromWoocommerce(new WoocommerceSettings(
                null, List.of(), Map.of("blue", new Account(List.of("secret"), SomeShops.BLUE))));
    }
}
