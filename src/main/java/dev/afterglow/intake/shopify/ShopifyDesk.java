package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at what Shopify sends in the light of what is known of the shop and the order. */
@Component
class ShopifyDesk {

    private final ShopifyReading reading;
    private final ShopifyDeparture departure;
    private final Orders orders;

    ShopifyDesk(ShopifyReading reading, ShopifyDeparture departure, Orders orders) {
        this.reading = reading;
        this.departure = departure;
        this.orders = orders;
    }

    /** What we learn from it; empty when the topic is none that is used here. */
    Optional<Told> told(ShopifyReport report) {
        if (report.topic().equals("app/uninstalled")) {
            return Optional.of(departure.told(report));
        }
        ShopifyReport heard = departure.silence(report).map(report::silent).orElse(report);
        return reading.told(heard).or(() -> ShopifyReturn.told(heard, order -> hasBuyer(report, order)));
    }

    private boolean hasBuyer(ShopifyReport report, String order) {
        return orders.find(report.shop().key().own(order))
                .map(Order::customerId)
                .isPresent();
    }
}
