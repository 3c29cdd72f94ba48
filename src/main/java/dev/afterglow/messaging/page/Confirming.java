package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** What counts now on the channel of this grant: what waits for a yes, else what became of its topic. */
    Standing standing(Grant grant) {
        Map<Topic, State> states = states(grant);
        State state = states.containsValue(State.PENDING)
                ? State.PENDING
                : states.getOrDefault(grant.topic(), State.WITHDRAWN);
        List<Topic> topics = states.keySet().stream()
                .filter(topic -> states.get(topic) == state)
                .toList();
        return new Standing(state, topics.isEmpty() ? List.of(grant.topic()) : topics);
    }

    /**
     * It was really meant, all of it.
     *
     * @param wording what the person was shown
     */
    @Transactional
    void confirm(Grant grant, String wording) {
        customers.hold(grant.person());
        Standing standing = standing(grant);
        if (standing.state() == State.PENDING) {
            standing.topics().forEach(topic -> confirm(grant, topic, wording));
        }
    }

    private void confirm(Grant grant, Topic topic, String wording) {
        consents.record(
                grant.person(),
                new Consent(
                        grant.channel(),
                        topic,
                        State.GIVEN,
                        "confirm-page",
                        wording,
                        "message " + grant.messageId(),
                        clock.instant()));
    }

    private Map<Topic, State> states(Grant grant) {
        Map<Topic, State> states = new EnumMap<>(Topic.class);
        consents.current(grant.person()).stream()
                .filter(said -> said.channel().equals(grant.channel()))
                .forEach(said -> states.put(said.topic(), said.state()));
        return states;
    }

    /**
     * Where somebody who signed up stands.
     *
     * @param topics what that is true of
     */
    record Standing(State state, List<Topic> topics) {}
}
