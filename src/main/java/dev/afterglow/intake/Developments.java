package dev.afterglow.intake;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Refund;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What follows from the facts: a parcel moved on, everything arrived, money went back. Journeys hear of each once,
 * whoever told the facts, and in whatever order.
 */
@Service
class Developments {

    private static final String SENDER = "afterglow";
    private static final String DELIVERED = "order.delivered";
    private static final String REFUNDED = "order.refunded";
    private static final String PENDING = "consent.pending";

    private final Orders orders;
    private final Parcels parcels;
    private final Consents consents;
    private final Events events;
    private final IntakeSettings settings;
    private final Clock clock;

    Developments(
            Orders orders, Parcels parcels, Consents consents, Events events, IntakeSettings settings, Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.consents = consents;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tells journeys what they have not heard of this order. The order must be held.
     *
     * @param silence why they shall never hear of it; null: they may
     */
    void follow(Order order, @Nullable String silence) {
        events.join(order.id(), order.customerId());
        for (Parcels.News news : parcels.unannounced(order.id())) {
            tell(order, news, silence);
            parcels.announce(news.parcel());
        }
        if (order.isDelivered() && !events.heard(DELIVERED, order.id())) {
            tell(order, DELIVERED, order.id(), DELIVERED + ":" + order.id(), lastArrival(order), silence);
        }
        List<Refund> refunds = orders.unannounced(order.id());
        for (Refund refund : refunds) {
            boolean isLast = order.isRefunded() && refund.equals(refunds.getLast());
            String type = isLast ? REFUNDED : "order.partially-refunded";
            tell(order, type, order.id(), type + ":" + refund.id(), refund.at(), silence);
            orders.announce(refund);
        }
    }

    /** Tells journeys that this person signed up for mail and has yet to confirm it (double opt-in). */
    void followSignUp(String customer, Told told, Optional<Order> order) {
        told.facts().stream()
                .flatMap(fact -> fact instanceof Fact.Said said ? Stream.of(said.consent()) : Stream.empty())
                .filter(said -> said.channel().equals("email") && waits(customer, said))
                .map(Consent::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> {
                    String id = PENDING + ":" + customer + ":" + at;
                    events.record(new Event(
                            SENDER,
                            id,
                            Json.hash(id),
                            PENDING,
                            customer,
                            order.map(Order::id).orElse(null),
                            customer,
                            told.silence() != null ? told.silence() : tooOld(at),
                            "",
                            at));
                });
    }

    private boolean waits(String customer, Consent said) {
        return said.state() == State.PENDING
                && consents.current(customer, said.channel(), said.topic())
                        .filter(now -> now.state() == State.PENDING)
                        .isPresent();
    }

    // why: a journey for a parcel begins when it is announced, and must have begun before it hears where it is now.
    private void tell(Order order, Parcels.News news, @Nullable String silence) {
        Parcel parcel = news.parcel();
        if (news.isFirst() && parcel.status() != ParcelStatus.CANCELLED) {
            tell(order, "parcel.shipped", parcel.id(), "parcel.shipped:" + parcel.id(), parcel.since(), silence);
        }
        if (parcel.status() != ParcelStatus.PENDING && parcel.status() != ParcelStatus.UNKNOWN) {
            String type = "parcel." + parcel.status().word();
            tell(order, type, parcel.id(), type + ":" + parcel.id() + ":" + parcel.since(), parcel.since(), silence);
        }
    }

    private void tell(Order order, String type, String subject, String id, Instant at, @Nullable String silence) {
        events.record(new Event(
                SENDER,
                id,
                Json.hash(id),
                type,
                subject,
                order.id(),
                order.customerId(),
                silence != null ? silence : silence(order, type, at),
                "",
                at));
    }

    private @Nullable String silence(Order order, String type, Instant at) {
        // why: what is under way for an order must end, however late we hear that it is over.
        if (type.equals(REFUNDED)) {
            return null;
        }
        if (order.silence().isPresent()) {
            return order.silence().get();
        }
        return tooOld(at);
    }

    private @Nullable String tooOld(Instant at) {
        return at.isBefore(clock.instant().minus(settings.oldest())) ? "too-old" : null;
    }

    private Instant lastArrival(Order order) {
        return order.lines().stream()
                .map(OrderLine::deliveredAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(order.deliveredAt()))
                .orElseGet(clock::instant);
    }
}
