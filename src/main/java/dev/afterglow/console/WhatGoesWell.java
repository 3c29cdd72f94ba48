package dev.afterglow.console;

import dev.afterglow.recommendation.Pair;
import dev.afterglow.recommendation.Product;
import dev.afterglow.recommendation.Recommendations;
import dev.afterglow.recommendation.Round;
import dev.afterglow.recommendation.Rounds;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up what goes well with what, and why. */
@Component
class WhatGoesWell {

    static final int MOST = 30;

    private final Recommendations recommendations;
    private final Rounds rounds;
    private final Shops shops;

    WhatGoesWell(Recommendations recommendations, Rounds rounds, Shops shops) {
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.shops = shops;
    }

    /** A product, and what goes well with it, best first. */
    record Entry(Product product, List<Pair> others) {}

    /** The products bought by most people, or those an id, a stock code or a piece of a title fits. */
    List<Entry> of(ShopKey shop, String text) {
        List<Product> products = recommendations.products(shop, text.strip(), MOST);
        Map<String, List<Pair>> pairs =
                recommendations.with(shop, products.stream().map(Product::id).toList(), Instant.EPOCH).stream()
                        .collect(Collectors.groupingBy(pair -> pair.product().id()));
        return products.stream()
                .map(product -> new Entry(product, pairs.getOrDefault(product.id(), List.of())))
                .toList();
    }

    /** When that was counted, and of how many purchases; empty when it never was. */
    Optional<Round> counted(ShopKey shop) {
        return rounds.of(shop).filter(round -> round.endedAt() != null);
    }

    /**
     * The shop an address means.
     *
     * @param name empty, or as in {@link ShopNames}: the main shop
     */
    ShopKey shop(String name) {
        return shops.all().stream()
                .map(Shop::key)
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElse(ShopKey.MAIN);
    }
}
