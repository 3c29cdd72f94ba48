package dev.afterglow.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Routing;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the journeys of one customer's birthday, when it is due and was not told before. */
@Service
class TellingBirthday {

    // why: whoever changes the day does not get a second birthday; a real one is never less than 364 days later.
    private static final int APART_DAYS = 330;
    private static final String DEVELOPMENTS = "afterglow";
    private static final String DUE = "birthday.due";
    private static final String ORDERS = "orders";

    private final Customers customers;
    private final Birthdays birthdays;
    private final BirthdaysTold told;
    private final HomeZones zones;
    private final Orders orders;
    private final Events events;
    private final BirthdaySettings settings;
    private final Clock clock;

    TellingBirthday(
            Customers customers,
            Birthdays birthdays,
            BirthdaysTold told,
            HomeZones zones,
            Orders orders,
            Events events,
            BirthdaySettings settings,
            Clock clock) {
        this.customers = customers;
        this.birthdays = birthdays;
        this.told = told;
        this.zones = zones;
        this.orders = orders;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells of the birthday on this day, unless there is a reason for silence; true when journeys hear of it. */
    @Transactional
    boolean tell(String customerId, LocalDate day) {
        // why: held, so that of several replicas, and of a change of the day meanwhile, one comes after the other.
        Optional<Customer> due = customers
                .hold(customerId)
                .filter(customer -> isDue(customer, day))
                .filter(customer -> told.claim(customer.id(), day));
        due.ifPresent(customer -> record(customer, day));
        return due.isPresent();
    }

    private boolean isDue(Customer customer, LocalDate day) {
        Instant now = clock.instant();
        Instant due = due(customer, day);
        boolean inTime = !now.isBefore(due) && now.isBefore(due.plus(Duration.ofDays(settings.madeUpWithin())));
        return inTime
                && birthdays
                        .of(customer.id())
                        .filter(birthday -> Feast.isOf(birthday, day) && isOldEnough(birthday, day))
                        .isPresent()
                && isKnownFor(customer.id(), due)
                && told.last(customer.id())
                        .filter(last -> last.plusDays(APART_DAYS).isAfter(day))
                        .isEmpty();
    }

    private boolean isOldEnough(Birthday birthday, LocalDate day) {
        return birthday.year() == null || day.getYear() - birthday.year() >= settings.minimumAge();
    }

    private boolean isKnownFor(String customerId, Instant due) {
        Instant latest = due.minus(Duration.ofDays(settings.knownFor()));
        return birthdays
                .knownSince(customerId)
                .filter(since -> !since.isAfter(latest))
                .isPresent();
    }

    private Instant due(Customer customer, LocalDate day) {
        return day.atTime(settings.at()).atZone(zones.of(customer)).toInstant();
    }

    private void record(Customer customer, LocalDate day) {
        String id = DUE + ":" + customer.id() + ":" + day.getYear();
        String body =
                JsonNodeFactory.instance.objectNode().put("year", day.getYear()).toString();
        // why: the customer alone is the subject, for a journey that waits for the next birthday knows no year.
        Event event = new Event(
                DEVELOPMENTS, id, id, DUE, customer.id(), null, customer.id(), (String) null, body, due(customer, day));
        events.record(event, new Routing(Map.of(ORDERS, String.valueOf(orders.purchases(customer.id())))));
    }
}
