package dev.afterglow.intake.cloudevents;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Ahead;
import dev.afterglow.order.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events we understand. A shop's own begin with {@code custom.}: they carry no facts, but journeys can wait for them. */
@Component
class Vocabulary {

    private static final String CUSTOM = "custom.";
    private static final Map<String, OrderStatus> ORDER_EVENTS = Map.of(
            "order.created", OrderStatus.CREATED,
            "order.paid", OrderStatus.PAID,
            "order.updated", OrderStatus.CREATED,
            "order.cancelled", OrderStatus.CANCELLED,
            "order.delivered", OrderStatus.CREATED,
            "order.returned", OrderStatus.CREATED,
            "order.refunded", OrderStatus.CREATED);

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
        OurEvent ours = known(event, where);
        if (ours != null) {
            ours.check(event.data());
        }
        Instant now = clock.instant();
        if (event.time() != null && Ahead.isTooFar(event.time(), now)) {
            throw Refusal.wrongShape("%s/time lies more than %d hours ahead: it must be when it happened."
                    .formatted(where, Ahead.MOST.toHours()));
        }
        boolean isOfPerson = ours != null && !event.type().startsWith("parcel.");
        Instant occurredAt = Objects.requireNonNullElse(event.time(), now);
        return Told.by("cloudevents:" + event.source(), event.id(), content(event))
                .of(event.shop())
                .body(body)
                .order(Optional.ofNullable(ORDER_EVENTS.get(event.type()))
                        .map(status -> OurOrder.order(event, status))
                        .orElse(null))
                .customer(isOfPerson ? OurOrder.customer(event) : null)
                .facts(ours == null ? List.of() : OurFacts.of(event, occurredAt, consent))
                .as(ours == null ? event.type() : ours.reportedAs(), event.subject(), occurredAt);
    }

    private static @Nullable OurEvent known(CloudEvent event, String where) {
        OurEvent ours = OurEvents.BY_NAME.get(event.type());
        if (ours == null && !event.type().startsWith(CUSTOM)) {
            throw Refusal.wrongShape("%s/type \"%s\" is not known; it must be one of %s or begin with %s"
                    .formatted(
                            where,
                            event.type(),
                            OurEvents.ALL.stream().map(OurEvent::name).toList(),
                            CUSTOM));
        }
        return ours;
    }

    private static String content(CloudEvent event) {
        return Json.hash(
                event.type(),
                event.shop().own(event.subject()),
                String.valueOf(event.time()),
                String.valueOf(event.data().node()));
    }
}
