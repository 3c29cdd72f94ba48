package dev.afterglow.messaging.policy;

import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.order.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rules every message passes, in this order; the first that objects gives the reason. */
@Component
public class Policies {

    /** A test, voided or cancelled order is not spoken about. */
    static final Policy NOT_FOR_DEAD_ORDERS =
            question -> Optional.ofNullable(question.audience().order())
                    .flatMap(Order::silence)
                    .map(Silence::new);

    /** There must be somewhere to write. */
    static final Policy ONLY_TO_AN_ADDRESS =
            question -> question.address() == null ? Optional.of(new Silence("no-address")) : Optional.empty();

    /** Marketing needs consent, and as long as nobody can have given it here, there is none. */
    static final Policy MARKETING_ONLY_WITH_CONSENT =
            question -> question.traits().purpose() == Purpose.MARKETING
                    ? Optional.of(new Silence("no-consent"))
                    : Optional.empty();

    private static final Set<String> OF_ONE_CHANNEL = Set.of("no-address", "no-consent", "suppressed", "channel-off");

    private final List<Policy> all = List.of(NOT_FOR_DEAD_ORDERS, MARKETING_ONLY_WITH_CONSENT, ONLY_TO_AN_ADDRESS);

    /** The first objection of any policy. */
    public Optional<Objection> objection(Question question) {
        return all.stream()
                .flatMap(policy -> policy.objection(question).stream())
                .findFirst();
    }

    /** True when another channel may still be used although this one must stay silent for that reason. */
    public static boolean concernsOnlyTheChannel(String reason) {
        return OF_ONE_CHANNEL.contains(reason);
    }
}
