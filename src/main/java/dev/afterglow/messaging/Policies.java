package dev.afterglow.messaging;

import dev.afterglow.order.Order;
import java.util.List;
import java.util.Optional;

/** The rules every message passes, in this order; the first that objects gives the reason. */
final class Policies {

    /** A test, voided or cancelled order is not spoken about. */
    static final Policy NOT_FOR_DEAD_ORDERS =
            (audience, purpose) -> Optional.ofNullable(audience.order()).flatMap(Order::silence);

    /** There must be somewhere to write. */
    static final Policy ONLY_TO_AN_ADDRESS =
            (audience, purpose) -> audience.email() == null ? Optional.of("no-address") : Optional.empty();

    /** Marketing needs consent, and as long as nobody can have given it here, there is none. */
    static final Policy MARKETING_ONLY_WITH_CONSENT =
            (audience, purpose) -> purpose == Purpose.MARKETING ? Optional.of("no-consent") : Optional.empty();

    static final List<Policy> ALL = List.of(NOT_FOR_DEAD_ORDERS, MARKETING_ONLY_WITH_CONSENT, ONLY_TO_AN_ADDRESS);

    private Policies() {}

    /** The first objection of any policy. */
    static Optional<String> silence(Audience audience, Purpose purpose) {
        return ALL.stream()
                .flatMap(policy -> policy.silence(audience, purpose).stream())
                .findFirst();
    }
}
