package dev.afterglow.recommendation;

import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Sales;
import dev.afterglow.order.Sales.Sale;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says what goes well with what somebody bought: never what they own, sent back, or cannot buy any more. Rather nothing than something bad. */
@Service
public class Recommending {

    private final Orders orders;
    private final Sales sales;
    private final Recommendations recommendations;
    private final Shops shops;
    private final RecommendationSettings settings;
    private final Clock clock;

    Recommending(
            Orders orders,
            Sales sales,
            Recommendations recommendations,
            Shops shops,
            RecommendationSettings settings,
            Clock clock) {
        this.orders = orders;
        this.sales = sales;
        this.recommendations = recommendations;
        this.shops = shops;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What to recommend to a customer, best first; with an order, what goes well with what was kept of it, otherwise with
     * everything that was kept.
     *
     * @return each with the product it goes well with; nothing when nothing is sure enough
     */
    public List<Pair> to(@Nullable String customerId, @Nullable String orderId) {
        Order order = orderId == null ? null : orders.find(orderId).orElse(null);
        if (order == null && customerId == null) {
            return List.of();
        }
        List<Sale> bought = customerId == null ? List.of() : sales.to(customerId);
        List<Sale> about = order == null ? bought : lines(order);
        ShopKey shop = shop(order, customerId);
        Naming naming = new Naming(known(shop, Stream.concat(bought.stream(), about.stream())), settings);
        Set<String> owned = names(naming, Stream.concat(bought.stream(), about.stream()));
        Set<String> liked = names(naming, about.stream().filter(sale -> !sale.returned()));
        return best(recommendations.with(shop, liked, soldSince()), owned);
    }

    /** What is told of a product to whoever wants to look: the pairs messages would choose from. */
    public List<Pair> with(ShopKey shop, Collection<String> products) {
        return recommendations.with(shop, products, soldSince());
    }

    private List<Pair> best(List<Pair> pairs, Set<String> owned) {
        Map<String, Pair> chosen = new LinkedHashMap<>();
        pairs.stream()
                .filter(pair -> !owned.contains(pair.other().id()))
                .forEach(pair -> chosen.putIfAbsent(pair.other().id(), pair));
        return chosen.values().stream().limit(settings.shown()).toList();
    }

    private Instant soldSince() {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(settings.recent()).toInstant();
    }

    private ShopKey shop(@Nullable Order order, @Nullable String customerId) {
        return order == null ? sales.shopOf(Objects.requireNonNull(customerId)) : shops.ofOrder(order.id());
    }

    // why: only stock codes without an id need looking up, and mostly there is none.
    private Map<String, String> known(ShopKey shop, Stream<Sale> all) {
        Set<String> codes = all.filter(sale -> sale.productId() == null)
                .flatMap(sale -> Stream.ofNullable(sale.sku()))
                .collect(Collectors.toSet());
        return sales.products(shop, codes);
    }

    private static Set<String> names(Naming naming, Stream<Sale> all) {
        Set<String> names = new HashSet<>();
        all.map(naming::of).filter(Objects::nonNull).forEach(names::add);
        return names;
    }

    private static List<Sale> lines(Order order) {
        List<Sale> lines = new ArrayList<>();
        String buyer = Objects.requireNonNullElse(order.customerId(), "");
        order.lines().stream()
                .filter(line -> line.quantity() > 0)
                .forEach(line -> lines.add(new Sale(
                        buyer, line.productId(), line.sku(), line.title(), order.paidAt(), line.returnedAt() != null)));
        return lines;
    }
}
