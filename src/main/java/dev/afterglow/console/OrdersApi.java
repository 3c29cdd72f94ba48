package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Runs;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is known of an order. */
@RestController
class OrdersApi {

    private final Orders orders;
    private final Parcels parcels;
    private final Customers customers;
    private final Runs runs;

    OrdersApi(Orders orders, Parcels parcels, Customers customers, Runs runs) {
        this.orders = orders;
        this.parcels = parcels;
        this.customers = customers;
        this.runs = runs;
    }

    // why: the ids of all shops but the main one hold a slash.
    @GetMapping("/api/orders/{*path}")
    OrderAnswer order(@PathVariable String path) {
        String id = path.substring(1);
        Order order = orders.find(id).orElseThrow(() -> new NotKnown("No order with the id \"" + id + "\" is known."));
        Customer customer = order.customerId() == null
                ? null
                : customers.find(order.customerId()).orElse(null);
        return OrderAnswer.of(order, customer, parcels.of(id), orders.refunds(id), runs.ofOrder(id));
    }
}
