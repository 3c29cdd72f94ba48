package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a pending consent one that counts. Nothing else is made of nothing. */
@Service
class Confirming {

    private final Consents consents;
    private final Customers customers;
    private final Clock clock;

    Confirming(Consents consents, Customers customers, Clock clock) {
        this.consents = consents;
        this.customers = customers;
        this.clock = clock;
    }

    /** What counts now; empty when nothing was ever said. */
    Optional<State> state(Grant grant) {
        return consents.current(grant.person(), grant.channel(), grant.topic()).map(Consent::state);
    }

    /**
     * It was really meant.
     *
     * @param wording what the person was shown
     */
    @Transactional
    void confirm(Grant grant, String wording) {
        customers.hold(grant.person());
        if (state(grant).filter(State.PENDING::equals).isPresent()) {
            consents.record(
                    grant.person(),
                    new Consent(
                            grant.channel(),
                            grant.topic(),
                            State.GIVEN,
                            "confirm-page",
                            wording,
                            "message " + grant.messageId(),
                            clock.instant()));
        }
    }
}
