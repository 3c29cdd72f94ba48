package dev.afterglow.intake;

import dev.afterglow.journey.Events;
import dev.afterglow.order.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides what becomes of reports: which ones journeys hear of, and why the others are silent. */
@Service
class Fates {

    private static final String CANCELLED = "order.cancelled";
    private static final Set<String> ONCE = Set.of("order.created", "order.paid", CANCELLED);

    // why: journeys hear of what follows from these, not of each telling.
    private static final Set<String> REPORTS = Set.of(
            "order.updated",
            "order.delivered",
            "order.edited",
            "order.fulfilled",
            "order.promised",
            "shipment.told",
            "parcel.scanned",
            "refund.told");

    private final Events events;
    private final IntakeSettings settings;
    private final Clock clock;

    Fates(Events events, IntakeSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What becomes of a report.
     *
     * @param order the order it is about, if it is known
     * @param kept what became of its facts
     */
    Fate of(Told told, Optional<Order> order, List<Kept> kept) {
        if (told.silence() != null) {
            return Fate.silent(told.silence());
        }
        if (REPORTS.contains(told.type())) {
            return ofReport(order, kept);
        }
        return silence(told, order).map(Fate::silent).orElse(Fate.HEARD);
    }

    private static Fate ofReport(Optional<Order> order, List<Kept> kept) {
        if (kept.stream().anyMatch(one -> one.waitsFor() != null)) {
            return Fate.waiting("parcel-unknown");
        }
        if (order.isEmpty()) {
            return Fate.waiting("order-unknown");
        }
        return Fate.kept(remark(kept));
    }

    /** What is odd, if all of it is; a wrong clock is worth a word in any case. */
    private static @Nullable String remark(List<Kept> kept) {
        if (kept.stream().anyMatch(one -> Kept.DATED_AHEAD.equals(one.remark()))) {
            return Kept.DATED_AHEAD;
        }
        boolean allOdd = !kept.isEmpty() && kept.stream().allMatch(one -> one.remark() != null);
        return allOdd ? kept.getLast().remark() : null;
    }

    private Optional<String> silence(Told told, Optional<Order> order) {
        return order.flatMap(Order::silence)
                // why: that an order died is still told, for what is on its way.
                .filter(reason -> !(told.type().equals(CANCELLED) && reason.equals("order-cancelled")))
                .or(() -> isRepeated(told) ? Optional.of("known-already") : Optional.empty())
                .or(() -> isTooOld(told) ? Optional.of("too-old") : Optional.empty());
    }

    private boolean isRepeated(Told told) {
        return ONCE.contains(told.type()) && events.heard(told.type(), told.subject());
    }

    private boolean isTooOld(Told told) {
        boolean isOfAnOrder = told.order() != null || ONCE.contains(told.type());
        return isOfAnOrder
                && !told.type().equals(CANCELLED)
                && happened(told).isBefore(clock.instant().minus(settings.oldest()));
    }

    private static Instant happened(Told told) {
        Order order = told.order();
        if (order == null) {
            return told.occurredAt();
        }
        Instant at = switch (told.type()) {
            case "order.created" -> order.placedAt();
            case "order.paid" -> order.paidAt();
            default -> told.occurredAt();
        };
        return Objects.requireNonNullElse(at, told.occurredAt());
    }
}
