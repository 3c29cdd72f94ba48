package dev.afterglow.catalog;

import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The step "Look at the product". */
@Component
public class LookAtProductWorker {

    private static final ProductOutlook NOTHING = new ProductOutlook(false, false, Category.OTHER.name());

    private final Orders orders;
    private final Categories categories;

    LookAtProductWorker(Orders orders, Categories categories) {
        this.orders = orders;
        this.categories = categories;
    }

    /**
     * What tables beside a journey may decide by.
     *
     * @param kept whether anything of the order has arrived and did not go back
     * @param gift whether somebody else has it
     * @param category of the most precious thing that was kept; "other" when it fits none, or nothing was kept
     */
    public record ProductOutlook(boolean kept, boolean gift, String category) {}

    /** Says whether anything of the order was kept, and what kind of thing it is. */
    @JobWorker(type = "catalog.look-at-product")
    public ProductOutlook look(@Variable String orderId) {
        return orders.find(orderId).map(this::outlook).orElse(NOTHING);
    }

    private ProductOutlook outlook(Order order) {
        return order.mostPreciousKept()
                .map(line -> new ProductOutlook(true, order.gift(), categories.nameOf(line)))
                .orElse(NOTHING);
    }
}
