package dev.afterglow.calendar;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Lot;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.Parcels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the moment at which a journey goes on. */
@Service
class FindingMoments {

    private static final int LONGEST_WAIT_MONTHS = 6;

    private final Orders orders;
    private final Parcels parcels;
    private final Customers customers;
    private final Homes homes;
    private final Clock clock;

    FindingMoments(Orders orders, Parcels parcels, Customers customers, Homes homes, Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.customers = customers;
        this.homes = homes;
        this.clock = clock;
    }

    /**
     * When this run takes the step after the wait.
     *
     * @param element the id of the step in the diagram
     * @param parcelId the parcel the run is about; null when it is about no single one
     * @param since when the run came to the step, by the engine's clock; null when the diagram does not say
     * @throws JourneyProblem when that is more than six months ahead
     */
    ZonedDateTime find(Run run, String element, @Nullable String parcelId, Wait wait, @Nullable Instant since) {
        Order order = run.orderId() == null ? null : orders.find(run.orderId()).orElse(null);
        Customer customer = run.customerId() == null
                ? null
                : customers.find(run.customerId()).orElse(null);
        Instant now = clock.instant();
        Instant begin = begin(wait.from(), order, parcelId).orElse(since == null ? now : since);
        GoodMoment moment = new GoodMoment(wait, homes.of(customer, order), now);
        notTooFar(moment.earliest(begin), now);
        return spread(moment.find(begin), Lot.of(run.journey(), run.businessKey(), element), wait.spread());
    }

    /** What a wait counts from; empty when it has not happened, or nobody told. */
    private Optional<Instant> begin(Wait.From from, @Nullable Order order, @Nullable String parcelId) {
        return switch (from) {
            case NOW -> Optional.empty();
            case PAID -> Optional.ofNullable(order).map(Order::paidAt);
            case DELIVERED ->
                parcelId == null
                        ? Optional.ofNullable(order).flatMap(Order::lastArrival)
                        : parcels.find(parcelId).map(Parcel::deliveredAt);
        };
    }

    private static void notTooFar(ZonedDateTime earliest, Instant now) {
        ZonedDateTime latest = now.atZone(earliest.getZone()).plusMonths(LONGEST_WAIT_MONTHS);
        if (earliest.isAfter(latest)) {
            throw new JourneyProblem("TOO_FAR", "the wait would end more than six months from now");
        }
    }

    // why: nobody is moved to another day, which might not be a good one.
    private static ZonedDateTime spread(ZonedDateTime moment, Lot lot, int minutes) {
        long rest = ChronoUnit.SECONDS.between(moment.toLocalTime(), LocalTime.MAX);
        int bound = (int) Math.min(rest, minutes * 60L);
        return bound <= 0 ? moment : moment.plusSeconds(lot.below(bound));
    }
}
