package dev.afterglow.offer;

import dev.afterglow.calendar.HomeZones;
import dev.afterglow.customer.Customers;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says when to remind somebody of a code: at ten in the morning where they live, so long before its last day. */
@Component
class Reminding {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Customers customers;
    private final HomeZones zones;

    Reminding(Customers customers, HomeZones zones) {
        this.customers = customers;
        this.zones = zones;
    }

    /** The moment, as a date and time with offset; empty when the customer is gone. */
    Optional<String> moment(Offer offer, Period before) {
        return customers
                .find(offer.customerId())
                .map(customer -> offer.expiresOn()
                        .minus(before)
                        .atTime(MORNING)
                        .atZone(zones.of(customer))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
