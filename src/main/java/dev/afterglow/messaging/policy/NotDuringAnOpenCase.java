package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import dev.afterglow.support.Cases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who waits for an answer is not advertised to. */
final class NotDuringAnOpenCase implements Policy {

    private static final Duration LOOK_AGAIN = Duration.ofHours(6);

    private final Cases cases;

    NotDuringAnOpenCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        Customer customer = matter.customer();
        return matter.marketing() && customer != null && cases.isOpen(customer.id())
                ? Reason.OPEN_CASE.until(matter.now().plus(LOOK_AGAIN))
                : Optional.empty();
    }

    @Override
    public String says() {
        return "Holds marketing back while the customer waits for an answer; looks again every six hours.";
    }

    @Override
    public List<Reason> waits() {
        return List.of(Reason.OPEN_CASE);
    }
}
