package dev.afterglow.messaging.policy;

import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.order.Order;
import java.util.List;
import java.util.Optional;

/** A test, voided or cancelled order is not spoken about. */
final class NotForDeadOrders implements Policy {

    @Override
    public Optional<Objection> objection(Matter matter) {
        return Optional.ofNullable(matter.question().audience().order())
                .flatMap(Order::silence)
                .map(Silence::new);
    }

    @Override
    public String says() {
        return "Says nothing about an order that is a test, was voided or was cancelled.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.TEST_ORDER, Reason.ORDER_VOIDED, Reason.ORDER_CANCELLED);
    }
}
