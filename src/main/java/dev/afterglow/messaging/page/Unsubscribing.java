package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends one kind of messages to one person on one channel, and begins it again. What is said twice counts once. */
@Service
class Unsubscribing {

    private final Consents consents;
    private final Customers customers;
    private final Clock clock;

    Unsubscribing(Consents consents, Customers customers, Clock clock) {
        this.consents = consents;
        this.customers = customers;
        this.clock = clock;
    }

    /** True when the person said that these shall stop. */
    boolean isStopped(Grant grant) {
        return said(grant).filter(State.WITHDRAWN::equals).isPresent();
    }

    /**
     * They stop, from this moment on.
     *
     * @param wording what the person was shown
     */
    @Transactional
    void stop(Grant grant, String source, String wording) {
        if (!isStopped(grant)) {
            say(grant, State.WITHDRAWN, source, wording);
        }
    }

    /** They come again, if they were stopped. */
    @Transactional
    void again(Grant grant, String source, String wording) {
        if (isStopped(grant)) {
            say(grant, State.GIVEN, source, wording);
        }
    }

    private Optional<State> said(Grant grant) {
        return consents.current(grant.person(), grant.channel(), grant.topic()).map(Consent::state);
    }

    private void say(Grant grant, State state, String source, String wording) {
        customers.hold(grant.person());
        consents.record(
                grant.person(),
                new Consent(
                        grant.channel(),
                        grant.topic(),
                        state,
                        source,
                        wording,
                        "message " + grant.messageId(),
                        clock.instant()));
    }
}
