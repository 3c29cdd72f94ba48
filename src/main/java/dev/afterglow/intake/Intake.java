package dev.afterglow.intake;

import dev.afterglow.customer.ComingBack;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what senders tell: facts and event in one transaction, each event once. */
@Service
public class Intake {

    private static final String ENDS_JOURNEYS = "order.cancelled";

    private final Orders orders;
    private final Customers customers;
    private final KeepingFacts keeping;
    private final ComingBack comingBack;
    private final Events events;
    private final MeterRegistry meters;

    Intake(
            Orders orders,
            Customers customers,
            KeepingFacts keeping,
            ComingBack comingBack,
            Events events,
            MeterRegistry meters) {
        this.orders = orders;
        this.customers = customers;
        this.keeping = keeping;
        this.comingBack = comingBack;
        this.events = events;
        this.meters = meters;
    }

    /**
     * Stores all of it or nothing; committed when this returns.
     *
     * @return what became of each, in the same order
     */
    @Transactional
    public List<Recording> take(List<Told> told) {
        List<Recording> recordings = new ArrayList<>();
        told.forEach(one -> recordings.add(take(one)));
        return recordings;
    }

    private Recording take(Told told) {
        Recording recording = events.duplicateOf(told.sender(), told.senderEventId(), told.contentHash())
                .orElseGet(() -> store(told));
        meters.counter("afterglow.intake.events", "type", told.type(), "outcome", recording.outcome())
                .increment();
        return recording;
    }

    private Recording store(Told told) {
        boolean erased = orders.isErased(told.subject()) || isOfTheErased(told);
        return erased ? storeWithoutPerson(told) : storeAll(told);
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
    private Recording storeWithoutPerson(Told told) {
        Optional<Order> order = Optional.ofNullable(told.order())
                .map(orders::keepWithoutPerson)
                .or(() -> told.mayConcernAnOrder() ? orders.find(told.subject()) : Optional.empty());
        told.facts().stream()
                .filter(Fact::isAboutGoods)
                .forEach(fact -> keeping.keep(fact, told.subject(), null, told.occurredAt()));
        return record(told, order, order.map(Order::customerId), "erased");
    }

    private Recording storeAll(Told told) {
        Optional<String> customer = Optional.ofNullable(told.customer()).flatMap(facts -> customers.recognise(told.shop(), facts));
        Optional<Order> order = Optional.ofNullable(told.order())
                .map(facts -> orders.keep(facts.by(customer.orElse(null))))
                .or(() -> told.mayConcernAnOrder() ? orders.find(told.subject()) : Optional.empty());
        Optional<String> concerned = customer.or(() -> order.map(Order::customerId));
        for (Fact fact : told.facts()) {
            concerned = keeping.keep(fact, told.subject(), concerned.orElse(null), told.occurredAt());
        }
        boolean gone =
                customer.isEmpty() && concerned.filter(customers::isErased).isPresent();
        return record(told, order, concerned, gone ? "erased" : silence(told, order));
    }

    private Recording record(Told told, Optional<Order> order, Optional<String> customer, @Nullable String silence) {
        boolean erased = "erased".equals(silence);
        return events.record(new Event(
                told.sender(),
                told.senderEventId(),
                told.contentHash(),
                told.type(),
                erased ? order.map(Order::id).orElse("") : told.subject(),
                order.map(Order::id).orElse(null),
                customer.orElse(null),
                silence,
                erased ? "" : told.body(),
                told.occurredAt()));
    }

    /** A dead order starts nothing; that it died is still told, for what is on its way. */
    private static @Nullable String silence(Told told, Optional<Order> order) {
        if (told.silence() != null) {
            return told.silence();
        }
        Optional<String> silence = order.flatMap(Order::silence);
        boolean isCancellation = told.type().equals(ENDS_JOURNEYS) && silence.equals(Optional.of("order-cancelled"));
        return isCancellation ? null : silence.orElse(null);
    }
}
