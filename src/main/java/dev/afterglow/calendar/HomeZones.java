package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** By which clock customers live, whatever order is spoken of: where they had the last one sent to themselves. */
@Component
public class HomeZones {

    private final Orders orders;
    private final Homes homes;

    HomeZones(Orders orders, Homes homes) {
        this.orders = orders;
        this.homes = homes;
    }

    /** The zone; where no order tells, that of the profile, else the shop's. */
    public ZoneId of(Customer customer) {
        Order last = orders.of(customer.id()).stream()
                .filter(order -> order.home().isPresent())
                .findFirst()
                .orElse(null);
        return homes.of(customer, last).zone();
    }
}
