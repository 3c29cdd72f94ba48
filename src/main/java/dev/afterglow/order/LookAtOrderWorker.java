package dev.afterglow.order;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The step "Look at the order": what tables decide by. */
@Component
public class LookAtOrderWorker {

    private final Orders orders;

    LookAtOrderWorker(Orders orders) {
        this.orders = orders;
    }

    /** Says what was charged, how many orders its buyer has placed, and whether it is a gift; nothing of an order that is gone. */
    @JobWorker(type = "order.look-at-order")
    public OrderOutlook look(@Variable String orderId) {
        return orders.withoutLines(orderId)
                .map(order -> OrderOutlook.of(order, orders.countWith(order)))
                .orElse(OrderOutlook.NONE);
    }
}
