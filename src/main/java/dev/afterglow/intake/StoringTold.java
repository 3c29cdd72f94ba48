package dev.afterglow.intake;

import dev.afterglow.customer.ComingBack;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was told: facts and event in one transaction, each event once. */
@Service
class StoringTold {

    private final Orders orders;
    private final Customers customers;
    private final KeepingFacts keeping;
    private final ComingBack comingBack;
    private final Developments developments;
    private final Fates fates;
    private final WaitingReports waiting;
    private final Events events;

    StoringTold(
            Orders orders,
            Customers customers,
            KeepingFacts keeping,
            ComingBack comingBack,
            Developments developments,
            Fates fates,
            WaitingReports waiting,
            Events events) {
        this.orders = orders;
        this.customers = customers;
        this.keeping = keeping;
        this.comingBack = comingBack;
        this.developments = developments;
        this.fates = fates;
        this.waiting = waiting;
        this.events = events;
    }

    /**
     * Stores all of it or nothing.
     *
     * @return what became of each, in the same order
     */
    @Transactional
    public List<Recording> store(List<Arrival> arrivals) {
        keeping.holdParcels(arrivals.stream().map(Arrival::told).toList());
        List<Recording> recordings = new ArrayList<>();
        arrivals.forEach(one -> recordings.add(store(one)));
        return recordings;
    }

    private Recording store(Arrival arrival) {
        Told told = arrival.told();
        return events.duplicateOf(told.sender(), told.senderEventId(), told.contentHash())
                .orElseGet(() -> storeNews(arrival));
    }

    private Recording storeNews(Arrival arrival) {
        Told told = arrival.told();
        boolean erased = orders.isErased(told.subject()) || isOfTheErased(told);
        return erased ? storeWithoutPerson(arrival) : storeAll(arrival);
    }

    private boolean isOfTheErased(Told told) {
        return told.customer() != null && !comingBack.mayBeKept(told.shop(), told.customer(), placedAt(told));
    }

    /** When the order that was told of was placed; empty when it was about a person only. */
    private static Optional<Instant> placedAt(Told told) {
        return Optional.ofNullable(told.order())
                .map(order -> Objects.requireNonNullElse(order.placedAt(), told.occurredAt()));
    }

    // why: a late or repeated report must not bring an erased person back; what was bought and returned still counts.
    private Recording storeWithoutPerson(Arrival arrival) {
        Told told = arrival.told();
        Optional<Order> order = Optional.ofNullable(told.order())
                .map(facts -> orders.keepWithoutPerson(facts, told.occurredAt(), told.contentHash()))
                .or(() -> told.mayConcernAnOrder() ? orders.find(told.subject()) : Optional.empty());
        told.facts().stream().filter(Fact::isAboutGoods).forEach(fact -> keeping.keep(fact, told, null));
        return record(arrival, order.map(Order::id), order.map(Order::customerId), Fate.ERASED);
    }

    private Recording storeAll(Arrival arrival) {
        Told told = arrival.told();
        Optional<String> customer = Optional.ofNullable(told.customer())
                .flatMap(facts -> customers.recognise(told.shop(), facts, told.occurredAt(), told.contentHash()));
        Optional<Order> order = Optional.ofNullable(told.order())
                .map(facts -> orders.keep(facts.by(customer.orElse(null)), told.occurredAt(), told.contentHash()))
                .or(() -> told.mayConcernAnOrder() ? orders.find(told.subject()) : Optional.empty());
        Optional<String> concerned = customer.or(() -> order.map(Order::customerId));
        List<Kept> kept = new ArrayList<>();
        for (Fact fact : told.facts()) {
            Kept one = keeping.keep(fact, told, concerned.orElse(null));
            concerned = Optional.ofNullable(one.customer());
            kept.add(one);
        }
        return conclude(arrival, order, kept, concerned, customer.isPresent());
    }

    private Recording conclude(
            Arrival arrival, Optional<Order> order, List<Kept> kept, Optional<String> concerned, boolean isNamed) {
        Told told = arrival.told();
        Optional<String> orderId = kept.stream()
                .flatMap(one -> Optional.ofNullable(one.orderId()).stream())
                .findFirst()
                .or(() -> order.map(Order::id));
        Optional<Order> now =
                kept.stream().anyMatch(one -> one.orderId() != null) ? orderId.flatMap(orders::find) : order;
        Optional<String> whom = concerned.or(() -> now.map(Order::customerId));
        boolean isGone = !isNamed && whom.filter(customers::isErased).isPresent();
        Recording recording = record(arrival, orderId, whom, isGone ? Fate.ERASED : fates.of(told, now, kept));
        kept.stream()
                .flatMap(one -> Optional.ofNullable(one.waitsFor()).stream())
                .forEach(name -> waiting.begin(name, recording.eventId()));
        if (!isGone) {
            whom.ifPresent(id -> developments.followSignUp(id, told, now));
            now.filter(known -> orders.hasGoodsUnderWay(known.id()))
                    .ifPresent(known -> developments.follow(known, told.silence()));
        }
        return recording;
    }

    private Recording record(Arrival arrival, Optional<String> orderId, Optional<String> customer, Fate fate) {
        Told told = arrival.told();
        boolean erased = fate.equals(Fate.ERASED);
        return events.record(
                arrival.id(),
                arrival.at(),
                new Event(
                        told.sender(),
                        told.senderEventId(),
                        told.contentHash(),
                        told.type(),
                        erased ? orderId.orElse("") : told.subject(),
                        orderId.orElse(null),
                        customer.orElse(null),
                        fate.outcome(),
                        fate.reason(),
                        erased ? "" : told.body(),
                        told.occurredAt()));
    }
}
