package dev.afterglow.intake;

import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Runs;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Scanned;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.support.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Brings what was told to the room it belongs to. */
@Service
class KeepingFacts {

    private final Orders orders;
    private final Parcels parcels;
    private final WaitingReports waiting;
    private final Birthdays birthdays;
    private final Consents consents;
    private final Cases cases;
    private final Events events;
    private final Runs runs;

    KeepingFacts(
            Orders orders,
            Parcels parcels,
            WaitingReports waiting,
            Birthdays birthdays,
            Consents consents,
            Cases cases,
            Events events,
            Runs runs) {
        this.orders = orders;
        this.parcels = parcels;
        this.waiting = waiting;
        this.birthdays = birthdays;
        this.consents = consents;
        this.cases = cases;
        this.events = events;
        this.runs = runs;
    }

    /**
     * Keeps a fact in the room it belongs to.
     *
     * @param told the report it comes from
     * @param customer whom the report concerns, by our id, if anybody
     * @throws Refusal when it is about a person nobody knows
     */
    Kept keep(Fact fact, Told told, @Nullable String customer) {
        String subject = told.subject();
        Instant at = told.occurredAt();
        return switch (fact) {
            case Fact.Delivered delivered -> {
                orders.delivered(subject, delivered.lineIds(), at);
                yield Kept.about(customer, subject);
            }
            case Fact.Returned returned -> {
                orders.returned(subject, returned.lineIds(), at);
                yield Kept.about(customer, subject);
            }
            case Fact.Shipped shipped -> keep(shipped.shipment(), told, customer);
            case Fact.Scanned scanned -> keep(scanned, told, customer);
            case Fact.Promised promised -> {
                parcels.keep(told.shop(), promised.parcel(), promised.promise());
                yield Kept.about(customer, null);
            }
            case Fact.OrderPromised promised -> {
                parcels.keep(promised.orderId(), promised.promise());
                yield Kept.about(customer, promised.orderId());
            }
            case Fact.Refunded refunded -> {
                orders.keep(refunded.refund());
                yield Kept.about(customer, refunded.refund().orderId());
            }
            case Fact.Born born -> {
                birthdays.keep(somebody(customer, null), born.birthday(), at);
                yield Kept.about(customer, null);
            }
            case Fact.Said said -> {
                consents.record(somebody(customer, null), said.consent());
                yield Kept.about(customer, null);
            }
            case Fact.CaseOpened opened -> {
                cases.opened(opened.id(), somebody(customer, opened.orderId()), at);
                yield Kept.about(somebody(customer, opened.orderId()), opened.orderId());
            }
            case Fact.CaseClosed closed -> {
                cases.closed(closed.id(), somebody(customer, closed.orderId()), at);
                yield Kept.about(somebody(customer, closed.orderId()), closed.orderId());
            }
        };
    }

    /** Holds all parcels that are spoken of, before any order is held; two that speak of the same come one after the other. */
    void holdParcels(List<Told> told) {
        parcels.hold(told.stream()
                .flatMap(one -> one.facts().stream().flatMap(fact -> names(one.shop(), fact)))
                .toList());
    }

    private static Stream<String> names(ShopKey shop, Fact fact) {
        return switch (fact) {
            case Fact.Shipped shipped -> Parcels.names(shop, shipped.shipment()).stream();
            case Fact.Scanned scanned -> Stream.of(Parcels.name(shop, scanned.parcel()));
            default -> Stream.of();
        };
    }

    private Kept keep(Shipment shipment, Told told, @Nullable String customer) {
        List<String> names = parcels.keep(told.shop(), shipment, told.contentHash());
        events.assign(waiting.ended(names), shipment.orderId());
        return Kept.about(customer, shipment.orderId());
    }

    private Kept keep(Fact.Scanned scanned, Told told, @Nullable String customer) {
        Scanned seen = parcels.keep(told.shop(), scanned.parcel(), scanned.scan());
        return switch (seen.effect()) {
            case MOVED -> Kept.about(customer, seen.orderId());
            case MOVED_AHEAD -> new Kept(customer, seen.orderId(), Kept.DATED_AHEAD, null);
            case REPEATED -> new Kept(customer, seen.orderId(), "known-already", null);
            case LATE -> new Kept(customer, seen.orderId(), "late", null);
            case CONTRADICTS -> new Kept(customer, seen.orderId(), "contradicts", null);
            case WAITS ->
                new Kept(customer, seen.orderId(), "parcel-unknown", Parcels.name(told.shop(), scanned.parcel()));
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
