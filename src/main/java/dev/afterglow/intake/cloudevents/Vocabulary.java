package dev.afterglow.intake.cloudevents;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.order.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The events we understand. A shop's own begin with {@code custom.}: they carry no facts, but journeys can wait for them. */
@Component
class Vocabulary {

    private static final String CUSTOM = "custom.";
    private static final Map<String, OrderStatus> ORDER_EVENTS = Map.of(
            "order.created", OrderStatus.CREATED,
            "order.paid", OrderStatus.PAID,
            "order.cancelled", OrderStatus.CANCELLED,
            "order.delivered", OrderStatus.CREATED,
            "order.returned", OrderStatus.CREATED);
    private static final Set<String> PERSON_EVENTS =
            Set.of("customer.updated", "consent.given", "consent.withdrawn", "case.opened", "case.closed");

    private final ConsentSettings consent;
    private final Clock clock;

    Vocabulary(ConsentSettings consent, Clock clock) {
        this.consent = consent;
        this.clock = clock;
    }

    /**
     * What an event tells us.
     *
     * @param where the event's own place in the document, for what is refused
     * @param body the event as it was sent
     */
    Told told(CloudEvent event, String where, String body) {
        OrderStatus status = ORDER_EVENTS.get(event.type());
        boolean known = status != null || PERSON_EVENTS.contains(event.type());
        if (!known && !event.type().startsWith(CUSTOM)) {
            throw Refusal.wrongShape("%s/type \"%s\" is not known; it must be one of %s or begin with %s"
                    .formatted(where, event.type(), types(), CUSTOM));
        }
        if (known && !event.data().isEmpty()) {
            event.data().object();
        }
        Instant occurredAt = Objects.requireNonNullElseGet(event.time(), clock::instant);
        return Told.by("cloudevents:" + event.source(), event.id(), content(event))
                .body(body)
                .order(status == null ? null : OurOrder.order(event, status))
                .customer(known ? OurOrder.customer(event) : null)
                .facts(OurFacts.of(event, occurredAt, consent))
                .as(event.type(), event.subject(), occurredAt);
    }

    private static Set<String> types() {
        Set<String> types = new TreeSet<>(ORDER_EVENTS.keySet());
        types.addAll(PERSON_EVENTS);
        return types;
    }

    private static String content(CloudEvent event) {
        return Json.hash(
                event.type(),
                event.subject(),
                String.valueOf(event.time()),
                String.valueOf(event.data().node()));
    }
}
