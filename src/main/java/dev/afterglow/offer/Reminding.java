package dev.afterglow.offer;

import dev.afterglow.calendar.HomeZones;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyProblem;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Says when to remind somebody of a code: at ten in the morning where they live, so many days before its last day. */
@Component
class Reminding {

    private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]?)D");
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Customers customers;
    private final HomeZones zones;

    Reminding(Customers customers, HomeZones zones) {
        this.customers = customers;
        this.zones = zones;
    }

    /** The moment; empty when the step does not want any, or the customer is gone. */
    Optional<String> moment(Offer offer, String before) {
        if (before.isBlank()) {
            return Optional.empty();
        }
        Matcher days = DAYS.matcher(before.strip());
        if (!days.matches()) {
            throw new JourneyProblem(
                    "HEADER_WRONG", "the header \"remind\" must be days such as P5D, not \"%s\"".formatted(before));
        }
        return customers.find(offer.customerId())
                .map(customer -> offer.expiresOn()
                        .minusDays(Long.parseLong(days.group(1)))
                        .atTime(MORNING)
                        .atZone(zones.of(customer))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
