package dev.afterglow.intake;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For shops that only ever say "this is the order now": each step an order has taken is reported once, with an id made of
 * the step and the order, however often and in whatever order the shop says so.
 */
public final class Steps {

    private Steps() {}

    /**
     * What was told, and then the steps that follow from it.
     *
     * @param update of an order, with the order; it carries all facts
     * @param known the order as it was known before
     */
    public static List<Told> of(Told update, Optional<Order> known) {
        Order now = Objects.requireNonNull(update.order());
        List<Told> all = new ArrayList<>(List.of(update));
        // why: an order that a parcel was told of first is known by its id only.
        if (known.filter(order -> order.placedAt() != null).isEmpty()) {
            all.add(step(update, "order.created", now.placedAt()));
        }
        boolean knownToBePaid = known.filter(order -> order.status() == OrderStatus.PAID || order.paidAt() != null)
                .isPresent();
        if (!knownToBePaid && (now.status() == OrderStatus.PAID || now.paidAt() != null)) {
            // why: a payment of which the shop does not say when it was is as old as its order, and not as its last
            // change.
            all.add(step(update, "order.paid", now.paidAt() == null ? now.placedAt() : now.paidAt()));
        }
        boolean knownToBeCancelled =
                known.filter(order -> order.status() == OrderStatus.CANCELLED).isPresent();
        if (!knownToBeCancelled && now.status() == OrderStatus.CANCELLED) {
            all.add(step(update, "order.cancelled", now.cancelledAt()));
        }
        return all;
    }

    private static Told step(Told update, String type, @Nullable Instant at) {
        String id = type + ":" + update.subject();
        Telling telling =
                Told.by(update.sender(), id, Json.hash(update.sender(), id)).of(update.shop());
        String silence = update.silence();
        return (silence == null ? telling : telling.silent(silence))
                .as(type, update.subject(), at == null ? update.occurredAt() : at);
    }
}
