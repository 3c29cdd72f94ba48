package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.policy.Policies;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person what comes, and keeps what that person wants instead, with the proof of it. */
@Service
class Choosing {

    private static final List<String> CHANNELS = List.of("email", "sms", "whatsapp");
    private static final List<String> FURTHER = List.of("push", "letter");

    private final Consents consents;
    private final Customers customers;
    private final Messages messages;
    private final Orders orders;
    private final Policies policies;
    private final ConsentSettings rules;
    private final Channels configured;
    private final Clock clock;

    Choosing(
            Consents consents,
            Customers customers,
            Messages messages,
            Orders orders,
            Policies policies,
            ConsentSettings rules,
            Channels configured,
            Clock clock) {
        this.consents = consents;
        this.customers = customers;
        this.messages = messages;
        this.orders = orders;
        this.policies = policies;
        this.rules = rules;
        this.configured = configured;
        this.clock = clock;
    }

    /**
     * What there is to choose.
     *
     * @throws NothingHere when the person is not known any more
     */
    Choices of(Grant grant) {
        Customer customer = customers.find(grant.person()).orElseThrow(NothingHere::atAll);
        Preferences preferences = customers.preferences(customer.id());
        Audience audience = new Audience(customer, order(grant), false, preferences);
        List<Consent> said = consents.current(customer.id());
        List<Switch> switches = new ArrayList<>();
        for (String channel : channels(grant, audience, said)) {
            Topics.of(channel).forEach(topic -> switches.add(switchOf(channel, topic, audience, said)));
        }
        return new Choices(customer, switches, preferences);
    }

    // why: where the customer lives decides what silence means, and the order knows that best.
    private @Nullable Order order(Grant grant) {
        return messages.find(grant.messageId())
                .map(Message::orderId)
                .flatMap(orders::find)
                .orElse(null);
    }

    /**
     * Keeps which switches were moved, and all the rest that can be chosen.
     *
     * @param pausedUntil no marketing before then; null for no pause
     * @param locale the language to write in; null for the shop's choice
     */
    @Transactional
    void keep(Grant grant, Wishes wishes, @Nullable Instant pausedUntil, @Nullable String locale, Texts texts) {
        String person = grant.person();
        customers.hold(person);
        for (Switch one : of(grant).switches()) {
            if (wishes.isMoved(one)) {
                State state = wishes.isOn(one) ? yes(grant, one) : State.WITHDRAWN;
                say(grant, one.channel(), one.topic(), state, texts.shown(one));
            }
        }
        Preferences before = customers.preferences(person);
        customers.prefer(person, new Preferences(locale, wishes.wantsFewer(), pausedUntil, before.channelsOff()));
    }

    /** Takes back everything that is not about an order, on every channel, also on those the page does not show. */
    @Transactional
    void stopEverything(Grant grant, String wording) {
        customers.hold(grant.person());
        List<Consent> said = consents.current(grant.person());
        Set<String> channels = new LinkedHashSet<>(FURTHER);
        of(grant).switches().forEach(one -> channels.add(one.channel()));
        for (String channel : channels) {
            for (Topic topic : Topics.BESIDE_ORDERS) {
                Consent last = last(channel, topic, said);
                if (last == null || last.state() != State.WITHDRAWN) {
                    say(grant, channel, topic, State.WITHDRAWN, wording);
                }
            }
        }
    }

    // why: who came by a message on this channel owns the address; about another one that may want confirming.
    private State yes(Grant grant, Switch one) {
        return one.channel().equals(grant.channel()) ? State.GIVEN : rules.unconfirmed(null);
    }

    private void say(Grant grant, String channel, Topic topic, State state, String wording) {
        consents.record(
                grant.person(),
                new Consent(
                        channel,
                        topic,
                        state,
                        "preference-centre",
                        wording,
                        "message " + grant.messageId(),
                        clock.instant()));
    }

    // why: other channels, such as letters, are on the page once they have to do with this person.
    private List<String> channels(Grant grant, Audience audience, List<Consent> said) {
        Set<String> channels = new LinkedHashSet<>(CHANNELS);
        channels.retainAll(configured.names());
        channels.removeIf(channel -> audience.address(channel) == null);
        channels.add(grant.channel());
        said.forEach(consent -> channels.add(consent.channel()));
        return List.copyOf(channels);
    }

    private Switch switchOf(String channel, Topic topic, Audience audience, List<Consent> said) {
        return new Switch(
                channel, topic, last(channel, topic, said), policies.allow(audience, channel, topic, clock.instant()));
    }

    private static @Nullable Consent last(String channel, Topic topic, List<Consent> said) {
        return said.stream()
                .filter(consent -> consent.channel().equals(channel) && consent.topic() == topic)
                .findFirst()
                .orElse(null);
    }
}
