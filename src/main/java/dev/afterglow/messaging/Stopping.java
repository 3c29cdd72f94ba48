package dev.afterglow.messaging;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.shop.ShopKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * STOP and START. STOP takes back every consent on its channel, and shuts the address itself when it ends everything or
 * nobody is known there. START gives back what STOP took, and no more.
 */
@Component
class Stopping {

    /** Why an address is shut: its owner said STOP. */
    static final String STOPPED = "stopped";

    static final String STOP = "stop-reply";
    static final String START = "start-reply";

    private final Consents consents;
    private final Suppressions suppressions;
    private final RepliesSettings settings;

    Stopping(Consents consents, Suppressions suppressions, RepliesSettings settings) {
        this.consents = consents;
        this.suppressions = suppressions;
        this.settings = settings;
    }

    /** True when there is something that START would give back. */
    boolean isStopped(Inbound inbound, Circle circle) {
        return circle.shops().stream().anyMatch(shop -> isShut(shop, inbound))
                || circle.people().stream()
                        .flatMap(person -> consents.current(person).stream())
                        .anyMatch(consent -> isStopped(consent, inbound.channel()));
    }

    /**
     * Nothing more on this channel, as far as STOP reaches.
     *
     * @return false when all of it was stopped before
     */
    boolean stop(Inbound inbound, Circle circle) {
        boolean everything = settings.stopEnds() == RepliesSettings.Scope.EVERYTHING;
        boolean news = false;
        if (everything || circle.people().isEmpty()) {
            for (ShopKey shop : circle.shops()) {
                news |= shut(shop, inbound, everything ? STOPPED : Suppression.UNSUBSCRIBED);
            }
        }
        Set<Topic> topics = everything ? EnumSet.allOf(Topic.class) : EnumSet.complementOf(EnumSet.of(Topic.ORDER));
        for (String person : circle.people()) {
            for (Topic topic : topics) {
                news |= withdraw(person, topic, inbound);
            }
        }
        return news;
    }

    /** Gives back what STOP took. */
    void start(Inbound inbound, Circle circle) {
        circle.shops().stream()
                .filter(shop -> isShut(shop, inbound))
                .forEach(shop -> suppressions.lift(shop, inbound.channel(), inbound.from(), START));
        for (String person : circle.people()) {
            consents.current(person).stream()
                    .filter(consent -> isStopped(consent, inbound.channel()))
                    .filter(consent -> wasGivenBefore(person, consent))
                    .forEach(consent -> say(person, consent.topic(), State.GIVEN, START, inbound));
        }
    }

    private boolean shut(ShopKey shop, Inbound inbound, String reason) {
        if (isShut(shop, inbound)) {
            return false;
        }
        suppressions.suppress(shop, inbound.channel(), inbound.from(), reason, inbound.provider());
        return true;
    }

    private boolean withdraw(String person, Topic topic, Inbound inbound) {
        Optional<Consent> now = consents.current(person, inbound.channel(), topic);
        if (now.map(Consent::state).equals(Optional.of(State.WITHDRAWN))) {
            return false;
        }
        say(person, topic, State.WITHDRAWN, STOP, inbound);
        return true;
    }

    // why: messages about orders need no consent, so there may have been none to give back.
    private boolean wasGivenBefore(String person, Consent stop) {
        return stop.topic() == Topic.ORDER
                || consents.history(person).stream()
                        .filter(said -> said.channel().equals(stop.channel()) && said.topic() == stop.topic())
                        .takeWhile(said -> !said.equals(stop))
                        .reduce((earlier, later) -> later)
                        .map(Consent::state)
                        .equals(Optional.of(State.GIVEN));
    }

    private void say(String person, Topic topic, State state, String source, Inbound inbound) {
        consents.record(
                person,
                new Consent(
                        inbound.channel(),
                        topic,
                        state,
                        source,
                        inbound.wish().name(),
                        inbound.provider() + ":" + inbound.id(),
                        inbound.at()));
    }

    private boolean isShut(ShopKey shop, Inbound inbound) {
        return suppressions
                .find(shop, inbound.channel(), inbound.from())
                .map(Suppression::reason)
                .filter(reason -> reason.equals(STOPPED)
                        || reason.equals(Suppression.BY_PROVIDER)
                        || reason.equals(Suppression.UNSUBSCRIBED))
                .isPresent();
    }

    private static boolean isStopped(Consent consent, String channel) {
        return consent.channel().equals(channel)
                && consent.state() == State.WITHDRAWN
                && consent.source().equals(STOP);
    }
}
