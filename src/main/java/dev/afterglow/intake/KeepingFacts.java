package dev.afterglow.intake;

import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Runs;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import dev.afterglow.support.Cases;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Brings what was told to the room it belongs to. */
@Service
class KeepingFacts {

    private final Orders orders;
    private final Parcels parcels;
    private final Consents consents;
    private final Cases cases;
    private final Events events;
    private final Runs runs;

    KeepingFacts(Orders orders, Parcels parcels, Consents consents, Cases cases, Events events, Runs runs) {
        this.orders = orders;
        this.parcels = parcels;
        this.consents = consents;
        this.cases = cases;
        this.events = events;
        this.runs = runs;
    }

    /**
     * Keeps a fact in the room it belongs to.
     *
     * @param subject what it happened to, the order's id for what happens to orders
     * @return whom it concerns, by our id; empty when nobody
     * @throws Refusal when it is about a person nobody knows
     */
    Optional<String> keep(Fact fact, String subject, @Nullable String customer, Instant at) {
        switch (fact) {
            case Fact.Delivered delivered -> orders.delivered(subject, delivered.lineIds(), at);
            case Fact.Returned returned -> orders.returned(subject, returned.lineIds(), at);
            case Fact.Shipped shipped -> parcels.keep(shipped.shipment());
            case Fact.Scanned scanned -> parcels.keep(scanned.parcel(), scanned.scan());
            case Fact.Promised promised -> parcels.keep(promised.parcel(), promised.promise());
            case Fact.OrderPromised promised -> parcels.keep(promised.orderId(), promised.promise());
            case Fact.Refunded refunded -> orders.keep(refunded.refund());
            case Fact.Said said -> consents.record(somebody(customer, null), said.consent());
            case Fact.CaseOpened opened -> cases.opened(opened.id(), somebody(customer, opened.orderId()), at);
            case Fact.CaseClosed closed -> cases.closed(closed.id(), somebody(customer, closed.orderId()), at);
        }
        return switch (fact) {
            case Fact.CaseOpened opened -> Optional.of(somebody(customer, opened.orderId()));
            case Fact.CaseClosed closed -> Optional.of(somebody(customer, closed.orderId()));
            default -> Optional.ofNullable(customer);
        };
    }

    /** Two customers are one: what is on record about either is about the one who stayed. */
    @EventListener
    void follow(CustomersMerged merge) {
        orders.handOver(merge.merged(), merge.stayed());
        events.handOver(merge.merged(), merge.stayed());
        runs.handOver(merge.merged(), merge.stayed());
    }

    private String somebody(@Nullable String customer, @Nullable String orderId) {
        return Optional.ofNullable(customer)
                .or(() -> Optional.ofNullable(orderId).flatMap(orders::find).map(Order::customerId))
                .orElseThrow(
                        () -> Refusal.wrongShape("/data/customer names nobody: it needs an id or an e-mail address."));
    }
}
