package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads what leaves the shop together. Source: Shopify, "Fulfillment"
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillment).
 */
final class ShopifyFulfillment {

    private static final Set<String> NOT_YET = Set.of("pending", "open");
    private static final Set<String> NEVER = Set.of("cancelled", "error", "failure");

    private ShopifyFulfillment() {}

    static Told told(ShopifyReport report) {
        Field body = report.root();
        String order = body.at("order_id").requiredId();
        Instant at = ShopifyTime.of(report, body, "updated_at", "created_at");
        return report.about(body.at("id").requiredId())
                .facts(facts(body, order, at))
                .as("shipment.told", order, at);
    }

    /** What we learn from it; nothing while it is only being prepared. */
    static List<Fact> facts(Field body, String order, Instant toldAt) {
        String status = Objects.requireNonNullElse(body.object().at("status").text(40), "success");
        if (NOT_YET.contains(status)) {
            return List.of();
        }
        Instant at = ShopifyTime.of(toldAt, body, "updated_at", "created_at");
        boolean cancelled = NEVER.contains(status);
        List<Shipment.Line> goods = goods(body);
        return goods.isEmpty() && !isAllOfTheOrder(body) ? List.of() : parcels(body, order, at, cancelled, goods);
    }

    private static List<Fact> parcels(
            Field body, String order, Instant at, boolean cancelled, List<Shipment.Line> goods) {
        String id = body.at("id").requiredId();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Shipped(new Shipment(id, order, at, cancelled, goods, ShopifyLabels.of(body))));
        if (!cancelled) {
            facts.addAll(ShopifyScan.ofFulfillment(body, order, at));
        }
        return facts;
    }

    private static boolean isAllOfTheOrder(Field body) {
        return body.at("line_items").items().isEmpty();
    }

    private static List<Shipment.Line> goods(Field body) {
        return body.at("line_items").items().stream()
                .filter(line -> !isDigital(line))
                .map(line -> new Shipment.Line(
                        line.at("id").requiredId(),
                        Objects.requireNonNullElse(line.at("quantity").number(), 1)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    // why: a voucher or a download travels in no parcel, and no carrier will ever say that it is there.
    static boolean isDigital(Field line) {
        Field ships = line.at("requires_shipping");
        return !ships.isEmpty() && !ships.flag();
    }
}
