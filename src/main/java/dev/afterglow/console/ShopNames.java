package dev.afterglow.console;

import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which shop something belongs to, as staff read it. Where there is only one, nothing is said about shops. */
@Component
class ShopNames {

    /** Chooses the main shop, whose own name is empty, where empty means all. */
    static final String MAIN = "-";

    /**
     * One shop to choose.
     *
     * @param value what an address says for it
     */
    record Option(String value, String label) {}

    private final Shops shops;

    ShopNames(Shops shops) {
        this.shops = shops;
    }

    /** Whether there is more than one. */
    public boolean areShown() {
        return shops.areSeveral();
    }

    /** All there are to choose. */
    public List<Option> options() {
        return shops.all().stream()
                .map(shop -> new Option(value(shop.key()), shop.name()))
                .toList();
    }

    /** The shop an order belongs to. */
    public String ofOrder(String id) {
        return of(shops.ofOrder(id));
    }

    /** The shop with this key, by its key when it is not configured any more. */
    public String of(ShopKey key) {
        return shops.find(key).map(Shop::name).orElse(key.name());
    }

    private static String value(ShopKey key) {
        return key.equals(ShopKey.MAIN) ? MAIN : key.name();
    }
}
