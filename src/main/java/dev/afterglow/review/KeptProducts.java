package dev.afterglow.review;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What customers have of what they ordered. */
@Component
class KeptProducts {

    private static final Comparator<OrderLine> PRECIOUS = Comparator.comparing(
            line -> Objects.requireNonNullElse(line.unitPrice(), BigDecimal.ZERO), Comparator.reverseOrder());

    private final Orders orders;
    private final Shops shops;

    KeptProducts(Orders orders, Shops shops) {
        this.orders = orders;
        this.shops = shops;
    }

    /** The products of an order that arrived and did not go back, each once, the most precious first. */
    List<Product> of(String orderId) {
        ShopKey shop = shops.ofOrder(orderId);
        Map<String, Product> products = new LinkedHashMap<>();
        orders.find(orderId).map(Order::lines).orElse(List.of()).stream()
                .filter(KeptProducts::isKept)
                .sorted(PRECIOUS)
                .forEach(line -> {
                    String id = shop.own(id(line));
                    products.putIfAbsent(id, new Product(id, line.title()));
                });
        return new ArrayList<>(products.values());
    }

    private static boolean isKept(OrderLine line) {
        return line.ships() && line.deliveredAt() != null && line.returnedAt() == null && !id(line).isEmpty();
    }

    /** The shop's id of the product; where it tells none, its own number of it. */
    private static String id(OrderLine line) {
        String id = line.productId() != null ? line.productId() : line.sku();
        return id == null ? "" : id.strip();
    }
}
