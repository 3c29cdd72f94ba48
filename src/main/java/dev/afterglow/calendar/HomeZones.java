package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** By which clock customers live, whatever order is spoken of: where they had the last one sent to themselves. */
@Component
public class HomeZones {

    private final Homes homes;

    HomeZones(Homes homes) {
        this.homes = homes;
    }

    /** The zone; where no order tells, that of the profile, else the shop's. */
    public ZoneId of(Customer customer) {
        return homes.of(customer, null).zone();
    }
}
