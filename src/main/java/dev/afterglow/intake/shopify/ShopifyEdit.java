package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;

/**
 * Reads that an order was edited. It says which lines grew or shrank by how many, not what the order is now: that comes
 * with the order itself, under {@code orders/updated}. Source: Shopify, "orders/edited"
 * (https://shopify.dev/docs/api/webhooks).
 */
final class ShopifyEdit {

    private ShopifyEdit() {}

    static Told told(ShopifyReport report) {
        Field edit = report.root().at("order_edit").object();
        String order = edit.at("order_id").requiredId();
        return report.about(order + ":" + edit.at("id").requiredId())
                .as("order.edited", order, ShopifyTime.of(report, edit, "committed_at", "created_at"));
    }
}
