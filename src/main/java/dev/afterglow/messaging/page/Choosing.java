package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.words.Audience;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person what comes, and keeps what that person wants instead, with the proof of it. */
@Service
class Choosing {

    private static final List<String> ADDRESSED = List.of("email", "sms", "whatsapp");

    private final Consents consents;
    private final Customers customers;
    private final Channels configured;
    private final Clock clock;

    Choosing(Consents consents, Customers customers, Channels configured, Clock clock) {
        this.consents = consents;
        this.customers = customers;
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
        List<Consent> said = consents.current(customer.id());
        List<Switch> switches = new ArrayList<>();
        for (String channel : channels(customer, said)) {
            Topics.of(channel).forEach(topic -> switches.add(switchOf(channel, topic, said)));
        }
        return new Choices(customer, switches, customers.preferences(customer.id()));
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
                say(grant, one, wishes.isOn(one) ? State.GIVEN : State.WITHDRAWN, texts.shown(one));
            }
        }
        Preferences before = customers.preferences(person);
        customers.prefer(person, new Preferences(locale, wishes.wantsFewer(), pausedUntil, before.channelsOff()));
    }

    /** Takes back everything that is not about an order, on every channel. */
    @Transactional
    void stopEverything(Grant grant, String wording) {
        customers.hold(grant.person());
        for (Switch one : of(grant).switches()) {
            boolean isNo = one.said() != null && one.said().state() == State.WITHDRAWN;
            if (one.topic() != Topic.ORDER && !isNo) {
                say(grant, one, State.WITHDRAWN, wording);
            }
        }
    }

    private void say(Grant grant, Switch one, State state, String wording) {
        consents.record(
                grant.person(),
                new Consent(
                        one.channel(),
                        one.topic(),
                        state,
                        "preference-centre",
                        wording,
                        "message " + grant.messageId(),
                        clock.instant()));
    }

    // why: about other channels, such as letters, we know nothing but what the person said.
    private List<String> channels(Customer customer, List<Consent> said) {
        Audience audience = new Audience(customer, null, false);
        List<String> channels = new ArrayList<>(
                ADDRESSED.stream()
                .filter(channel -> audience.address(channel) != null && configured.names().contains(channel))
                .toList());
        said.stream()
                .map(Consent::channel)
                .filter(channel -> !channels.contains(channel))
                .distinct()
                .forEach(channels::add);
        return channels;
    }

    private static Switch switchOf(String channel, Topic topic, List<Consent> said) {
        Consent last = said.stream()
                .filter(consent -> consent.channel().equals(channel) && consent.topic() == topic)
                .findFirst()
                .orElse(null);
        boolean on = last == null ? topic == Topic.ORDER : last.state() == State.GIVEN;
        return new Switch(channel, topic, last, on);
    }
}
