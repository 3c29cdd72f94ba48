package dev.afterglow.messaging;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.shop.ShopKey;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from one report about a message: for the ledger, the address, the consent, and the journeys. */
@Service
class Consequences {

    private static final Logger log = LoggerFactory.getLogger(Consequences.class);

    /** A provider that says one of these had the message. */
    private static final Set<Kind> IT_LEFT = EnumSet.of(
            Kind.QUEUED,
            Kind.SENT,
            Kind.DELIVERED,
            Kind.DEFERRED,
            Kind.BOUNCED,
            Kind.COMPLAINED,
            Kind.UNSUBSCRIBED,
            Kind.OPENED,
            Kind.CLICKED,
            Kind.AUTORESPONDED);

    private final ProviderEvents events;
    private final Messages messages;
    private final Ledger ledger;
    private final Customers customers;
    private final Circles circles;
    private final Consents consents;
    private final Suppressions suppressions;
    private final TellingJourneys journeys;
    private final Clock clock;

    Consequences(
            ProviderEvents events,
            Messages messages,
            Ledger ledger,
            Customers customers,
            Circles circles,
            Consents consents,
            Suppressions suppressions,
            TellingJourneys journeys,
            Clock clock) {
        this.events = events;
        this.messages = messages;
        this.ledger = ledger;
        this.customers = customers;
        this.circles = circles;
        this.consents = consents;
        this.suppressions = suppressions;
        this.journeys = journeys;
        this.clock = clock;
    }

    /**
     * Keeps the report and does what follows from it.
     *
     * @return false when it was told before: then nothing changed
     */
    @Transactional
    boolean of(ProviderEvent told) {
        Optional<Message> message = message(told);
        ProviderEvent event = completed(told, message);
        Circle circle = circles.of(message, event.channel(), event.address());
        List<String> people = circle.people();
        if (!record(event, people.isEmpty() ? null : people.getFirst())) {
            return false;
        }
        message.map(Message::id)
                .filter(id -> IT_LEFT.contains(event.kind()))
                .ifPresent(id -> ledger.evidence(id, event.providerMessageId()));
        follow(event, circle);
        message.ifPresent(about -> journeys.tell(event, about));
        return true;
    }

    // why: a late report must not bring back the address of somebody who was erased.
    private boolean record(ProviderEvent event, @Nullable String person) {
        boolean erased = person != null && customers.isErased(person);
        return events.record(erased ? event.to(null).saying(null) : event, person);
    }

    private void follow(ProviderEvent event, Circle circle) {
        switch (event.kind()) {
            case BOUNCED -> bounced(event);
            case COMPLAINED -> {
                suppress(event, Suppression.COMPLAINT, circle.shops());
                withdrawMarketing(event, circle.people());
            }
            case UNSUBSCRIBED -> {
                withdrawMarketing(event, circle.people());
                if (circle.people().isEmpty()) {
                    suppress(event, Suppression.UNSUBSCRIBED, circle.shops());
                }
            }
            case REJECTED -> rejected(event, circle.people());
            case FAILED ->
                log.warn(
                        "Message {} failed at {} for a reason that is not the customer's: report {}",
                        event.messageId(),
                        event.provider(),
                        event.id());
            case QUEUED, SENT, DELIVERED, DEFERRED, SUBSCRIBED, OPENED, CLICKED, AUTORESPONDED, INBOUND, UNKNOWN -> {}
        }
    }

    private void bounced(ProviderEvent event) {
        if (event.hard()) {
            suppress(event, Suppression.HARD_BOUNCE);
        } else if (event.address() != null) {
            suppressions.softBounce(event.channel(), event.address(), event.provider() + ":" + event.id(), event.at());
        }
    }

    // why: a provider refuses also for what is in a message, and that says nothing about the address.
    private void rejected(ProviderEvent event, List<String> people) {
        switch (event.reason()) {
            case INVALID -> suppress(event, Suppression.HARD_BOUNCE);
            case BOUNCED, SPAM -> suppress(event, Suppression.BY_PROVIDER);
            case UNSUBSCRIBED -> {
                suppress(event, Suppression.BY_PROVIDER);
                withdrawMarketing(event, people);
            }
            case TIMED_OUT, BLOCKED, OTHER -> {}
            case null -> {}
        }
    }

    private void suppress(ProviderEvent event, String reason, List<ShopKey> shops) {
        if (event.address() != null) {
            for (ShopKey shop : shops) {
                suppressions.suppress(shop, event.channel(), event.address(), reason, event.provider());
            }
        }
    }

    private void suppress(ProviderEvent event, String reason) {
        if (event.address() != null) {
            suppressions.suppress(event.channel(), event.address(), reason, event.provider());
        }
    }

    private void withdrawMarketing(ProviderEvent event, List<String> people) {
        for (String person : people) {
            for (Topic topic : EnumSet.complementOf(EnumSet.of(Topic.ORDER))) {
                consents.record(
                        person,
                        new Consent(
                                event.channel(),
                                topic,
                                Consent.State.WITHDRAWN,
                                event.provider(),
                                event.kind().word(),
                                event.id(),
                                event.at()));
            }
        }
    }

    private Optional<Message> message(ProviderEvent event) {
        return Optional.ofNullable(event.messageId())
                .flatMap(messages::find)
                .or(() -> Optional.ofNullable(event.providerMessageId()).flatMap(messages::takenAs));
    }

    // why: a provider's clock may run ahead, and nothing said later must lose against it.
    private ProviderEvent completed(ProviderEvent told, Optional<Message> message) {
        Instant now = clock.instant();
        return new ProviderEvent(
                told.provider(),
                told.id(),
                told.kind(),
                told.channel(),
                told.address() != null
                        ? told.address()
                        : message.map(Message::recipient).orElse(null),
                message.map(Message::id).orElse(null),
                told.providerMessageId(),
                told.reason(),
                told.hard(),
                told.detail(),
                told.at().isAfter(now) ? now : told.at());
    }
}
