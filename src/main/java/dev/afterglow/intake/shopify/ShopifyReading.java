package dev.afterglow.intake.shopify;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Told;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands what Shopify says of orders, parcels, money and people, whether it was sent to us or read by us. */
@Component
class ShopifyReading {

    private static final Map<String, String> ORDER_TOPICS = Map.of(
            "orders/create", "order.created",
            "orders/paid", "order.paid",
            "orders/updated", "order.updated",
            "orders/cancelled", "order.cancelled",
            "orders/fulfilled", "order.fulfilled",
            "orders/partially_fulfilled", "order.updated");

    private final ConsentSettings consent;

    ShopifyReading(ConsentSettings consent) {
        this.consent = consent;
    }

    /** What we learn from it; empty when the topic is none that is used here. */
    Optional<Told> told(ShopifyReport report) {
        String type = ORDER_TOPICS.get(report.topic());
        if (type != null) {
            return Optional.of(ShopifyOrder.told(report, type, consent));
        }
        return switch (report.topic()) {
            case "orders/edited" -> Optional.of(ShopifyEdit.told(report));
            case "fulfillments/create", "fulfillments/update" -> Optional.of(ShopifyFulfillment.told(report));
            case "fulfillment_events/create" -> Optional.of(ShopifyScan.told(report));
            case "refunds/create" -> Optional.of(ShopifyRefund.told(report));
            case "customers/create", "customers/update" -> Optional.of(ShopifyCustomer.told(report, consent));
            case "customers_email_marketing_consent/update", "customers_marketing_consent/update" ->
                Optional.of(ShopifyConsent.told(report, consent));
            default -> Optional.empty();
        };
    }
}
