package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.journey.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Push messages, posted to a service of the shop's own and signed (Standard Webhooks). */
@Component
@WhenSet("afterglow.messaging.push.url")
class PushChannel implements Channel {

    private final PushSettings settings;
    private final URI url;
    private final StandardWebhook signature;
    private final HttpPost post;
    private final Clock clock;

    PushChannel(PushSettings settings, HttpPost post, Clock clock) {
        this.settings = settings;
        this.url = WebAddress.read("afterglow.messaging.push.url", Objects.requireNonNull(settings.url()));
        this.signature =
                new StandardWebhook("afterglow.messaging.push.secret", Objects.requireNonNull(settings.secret()));
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String transport() {
        return "signed-webhook";
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return settings.idempotencyWindow();
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        String body = body(envelope).toString();
        HttpPost.Answer answer = post.send(
                url,
                signature.headers(envelope.id(), clock.instant(), body),
                body,
                settings.deadline(),
                pointOfNoReturn);
        return understood(answer);
    }

    private static JsonNode body(Envelope envelope) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("to", envelope.to());
        body.put("title", envelope.words().subject());
        body.put("body", envelope.words().plain());
        body.put("locale", envelope.locale());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        envelope.words().fields().forEach((name, value) -> (name.equals("url") ? body : data).put(name, value));
        body.set("data", data);
        return body;
    }

    private static Handover understood(HttpPost.Answer answer) {
        if (answer.isFine()) {
            return new Handover.Taken(Told.id(Told.in(answer.body()).path("id")));
        }
        if (answer.status() == 410) {
            return new Handover.Refused("gone");
        }
        IOException cause = new IOException("status " + answer.status());
        if (answer.isSurelyNotTaken()) {
            throw new TransientFailure("the push service did not take it (" + answer.status() + ")", cause);
        }
        if (answer.status() / 100 != 4) {
            throw new NobodyKnows(cause);
        }
        return new Handover.Refused("push-" + answer.status());
    }
}
