package dev.afterglow.intake.sendgrid;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.TakingProviderEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes SendGrid's event webhook: batches, each event possibly many times. */
@RestController
class SendgridController {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private final SendgridSettings settings;
    private final TakingProviderEvents events;

    SendgridController(SendgridSettings settings, TakingProviderEvents events) {
        this.settings = settings;
        this.events = events;
    }

    @PostMapping(path = "/hooks/sendgrid", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken take(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestHeader(name = TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        if (!settings.isConfigured()) {
            throw Strangers.closed("SendGrid", "afterglow.intake.sendgrid.public-key");
        }
        if (!SendgridSignature.isValid(settings.key(), timestamp, body, signature)) {
            throw Strangers.refused("The signature in " + SIGNATURE + " does not belong to this body.");
        }
        List<ProviderEvent> told = Field.root(Json.read(body)).items().stream()
                .map(SendgridEvent::of)
                .toList();
        return new Taken(told.size(), events.take(told));
    }
}
