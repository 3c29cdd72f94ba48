package dev.afterglow.shop;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops of this installation. */
public final class Shops {

    private final Map<ShopKey, Shop> shops = new LinkedHashMap<>();
    private final Map<String, ShopKey> names = new LinkedHashMap<>();
    private final Shop main;

    /** These shops, the main one first. */
    public Shops(List<Shop> all) {
        this.main = all.getFirst();
        all.forEach(shop -> shops.put(shop.key(), shop));
        all.stream().skip(1).forEach(shop -> names.put(shop.key().name(), shop.key()));
    }

    /** The shop of whoever does not say which. */
    public Shop main() {
        return main;
    }

    /**
     * The shop with this key.
     *
     * @throws IllegalStateException naming the setting that is missing
     */
    public Shop of(ShopKey key) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "Nothing can be said in the name of the shop \"%s\": afterglow.shops.%s is not configured."
                                .formatted(key.name(), key.name())));
    }

    /** The shop with this key; empty when it is not configured (any more). */
    public Optional<Shop> find(ShopKey key) {
        return Optional.ofNullable(shops.get(key));
    }

    /** The shop whose order, account, parcel or case is known here under this id. */
    public ShopKey ofOrder(String id) {
        int end = names.isEmpty() ? -1 : id.indexOf('/');
        return end < 0 ? ShopKey.MAIN : names.getOrDefault(id.substring(0, end), ShopKey.MAIN);
    }

    /** All of them, the main one first. */
    public Collection<Shop> all() {
        return List.copyOf(shops.values());
    }

    /** Whether there is more than the main one. */
    public boolean areSeveral() {
        return !names.isEmpty();
    }
}
