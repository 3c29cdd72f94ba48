package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Steps;
import dev.afterglow.intake.Told;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands orders that Shopify was asked for, as if it had sent them. */
@Component
public class PulledFromShopify {

    private final ShopifySettings settings;
    private final ShopifyDesk desk;

    PulledFromShopify(ShopifySettings settings, ShopifyDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    /**
     * The order as it is, then every step it has taken, whether told before or not.
     *
     * @param domain of the shop, as its webhooks name it, in small letters
     * @param order as the Admin API shows it
     * @param now for an order that does not say when it was changed
     */
    public List<Told> told(String domain, JsonNode order, Instant now) {
        Instant at = Objects.requireNonNullElse(
                Field.root(order).object().at("updated_at").instant(), now);
        ShopifyReport report = new ShopifyReport(
                settings.shop(domain), "orders/updated", order, order.toString(), Optional.empty(), at);
        return desk.told(report)
                .map(update -> Steps.of(update, Optional.empty()))
                .orElse(List.of());
    }
}
