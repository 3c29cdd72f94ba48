package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Field;
import dev.afterglow.order.OrderLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an order as they are after all edits. Shopify leaves in what an edit took out: only {@code
 * current_quantity} is less then, and it is less after a refund too. Source: Shopify, "Order"
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order).
 */
final class ShopifyLines {

    private ShopifyLines() {}

    static List<OrderLine> of(Field order) {
        Map<String, Integer> refunded = refunded(order);
        return order.at("line_items").items().stream()
                .flatMap(line -> line(line.object(), refunded).stream())
                .toList();
    }

    private static Optional<OrderLine> line(Field line, Map<String, Integer> refunded) {
        String id = line.at("id").id();
        int quantity = quantity(line, id == null ? 0 : refunded.getOrDefault(id, 0));
        if (quantity == 0) {
            return Optional.empty();
        }
        OrderLine known = new OrderLine(
                id,
                line.at("product_id").id(),
                line.at("sku").text(190),
                Objects.requireNonNullElse(line.at("title").text(500), "?"),
                line.at("variant_title").text(500),
                quantity,
                ShopifyMoney.of(line, "price").amount());
        return Optional.of(ShopifyFulfillment.isDigital(line) ? known.notShipped() : known);
    }

    private static int quantity(Field line, int refunded) {
        int ordered = Objects.requireNonNullElse(line.at("quantity").number(), 1);
        @Nullable Integer current = line.at("current_quantity").number();
        return current == null ? ordered : Math.min(ordered, current + refunded);
    }

    private static Map<String, Integer> refunded(Field order) {
        Map<String, Integer> refunded = new HashMap<>();
        order.at("refunds").items().stream()
                .flatMap(refund -> ShopifyRefund.lines(refund).stream())
                .forEach(line -> refunded.merge(line.lineId(), line.quantity(), Integer::sum));
        return refunded;
    }
}
