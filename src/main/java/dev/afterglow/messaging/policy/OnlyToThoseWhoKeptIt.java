package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Topic;
import dev.afterglow.order.Order;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Surveys, review asks and care tips are for those who have the product: it arrived, and it did not go back. */
final class OnlyToThoseWhoKeptIt implements Policy {

    private static final Set<Topic> ABOUT_PRODUCTS = EnumSet.of(Topic.FEEDBACK, Topic.REVIEWS, Topic.CARE);
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    // why: what has not arrived after three months is lost, and waking every day for it helps nobody.
    private static final Duration LOST = Duration.ofDays(90);

    @Override
    public Optional<Objection> objection(Matter matter) {
        Order order = matter.question().audience().order();
        if (order == null) {
            return matter.traits().onlyKept() ? Reason.NOTHING_KEPT.silence() : Optional.empty();
        }
        boolean concerned = matter.traits().onlyKept()
                || ABOUT_PRODUCTS.contains(matter.traits().topic());
        return concerned ? against(order, matter) : Optional.empty();
    }

    private static Optional<Objection> against(Order order, Matter matter) {
        return switch (order.possession()) {
            case KEPT -> Optional.empty();
            case NOTHING_KEPT -> Reason.NOTHING_KEPT.silence();
            case NOT_YET ->
                matter.question().wantedAt().plus(LOST).isBefore(matter.now())
                        ? Reason.NOT_USEFUL_ANY_MORE.silence()
                        : Reason.NOT_DELIVERED_YET.until(matter.now().plus(LOOK_AGAIN));
        };
    }

    @Override
    public String says() {
        return "Waits with surveys, review asks, care tips and words about products until something of the order has"
                + " arrived, looking again every day for 90 days; ends when all of it went back or was refunded.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.NOTHING_KEPT, Reason.NOT_USEFUL_ANY_MORE);
    }

    @Override
    public List<Reason> waits() {
        return List.of(Reason.NOT_DELIVERED_YET);
    }
}
