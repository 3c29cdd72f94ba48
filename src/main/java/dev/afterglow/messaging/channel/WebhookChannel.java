package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Messages for programs. Handing over is laying them into a queue, so that no journey waits for somebody's server. */
@Component
@Conditional(WhenEndpoints.class)
class WebhookChannel implements Channel {

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final Set<String> endpoints;
    private final WebhookQueue queue;

    WebhookChannel(WebhookSettings settings, WebhookQueue queue) {
        this.endpoints = settings.endpoints().keySet();
        this.queue = queue;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String transport() {
        return "queue";
    }

    // why: message and endpoint are the key, so the same delivery cannot be laid there twice.
    @Override
    public Duration recognisesRepeatsFor() {
        return FOR_EVER;
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        String wanted = envelope.words().fields().get("endpoint");
        if (wanted != null && !endpoints.contains(wanted)) {
            return new Handover.Refused("endpoint-unknown");
        }
        String payload = payload(envelope);
        pointOfNoReturn.run();
        try {
            for (String endpoint : wanted == null ? endpoints : Set.of(wanted)) {
                queue.add(Generators.timeBasedEpochGenerator().generate().toString(), envelope, endpoint, payload);
            }
        } catch (DataAccessException e) {
            throw new NobodyKnows(Bare.of(e));
        }
        return new Handover.Taken(envelope.id());
    }

    private static String payload(Envelope envelope) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("message", envelope.id());
        data.put("customer", envelope.to());
        data.put("purpose", envelope.purpose().word());
        data.put("locale", envelope.locale());
        data.put("subject", envelope.words().subject());
        data.put("text", envelope.words().plain());
        envelope.words().fields().forEach((name, value) -> {
            if (!Set.of("type", "endpoint").contains(name)) {
                data.put(name, value);
            }
        });
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", envelope.words().fields().getOrDefault("type", "message"));
        payload.put("timestamp", envelope.date().toString());
        payload.set("data", data);
        return payload.toString();
    }
}
