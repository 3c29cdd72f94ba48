package dev.afterglow.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.messaging.ProviderEvent.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the journeys what they may wait for: that a message bounced for good or was called spam, with the business key
 * of the run that sent it; and that a customer wrote, with the customer's id.
 */
@Component
class TellingJourneys {

    private final Events events;

    TellingJourneys(Events events) {
        this.events = events;
    }

    /** Tells of a report, if it is one that journeys may wait for. */
    void tell(ProviderEvent event, Message about) {
        if (event.kind() == Kind.COMPLAINED) {
            report("message.complained", event, about);
        } else if (event.kind() == Kind.BOUNCED && event.hard()) {
            report("message.bounced", event, about);
        }
    }

    /** Tells that a customer wrote something that is for people, or for a journey that asked. */
    void received(Inbound inbound, String customerId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("channel", inbound.channel());
        body.put("text", inbound.text());
        record(
                inbound.provider(),
                inbound.id() + ":" + customerId,
                "message.received",
                customerId,
                null,
                customerId,
                body,
                inbound.at());
    }

    private void report(String type, ProviderEvent event, Message about) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", about.id());
        body.put("journey", about.journey());
        body.put("step", about.step());
        body.put("channel", about.channel());
        record(
                event.provider(),
                event.id(),
                type,
                about.businessKey(),
                about.orderId(),
                about.customerId(),
                body,
                event.at());
    }

    private void record(
            String provider,
            String id,
            String type,
            String subject,
            @Nullable String orderId,
            @Nullable String customerId,
            ObjectNode body,
            Instant at) {
        // why: duplicates were sorted out before; two customers may well write the same words.
        String content = Generators.timeBasedEpochGenerator().generate().toString();
        events.record(new Event(
                "provider:" + provider, id, content, type, subject, orderId, customerId, null, body.toString(), at));
    }
}
