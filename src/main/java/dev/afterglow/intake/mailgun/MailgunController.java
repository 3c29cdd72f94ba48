package dev.afterglow.intake.mailgun;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.TakingProviderEvents;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes Mailgun's webhooks. */
@RestController
class MailgunController {

    private final MailgunSettings settings;
    private final Tokens tokens;
    private final TakingProviderEvents events;
    private final Clock clock;

    MailgunController(MailgunSettings settings, Tokens tokens, TakingProviderEvents events, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    @PostMapping(path = "/hooks/mailgun", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken take(@RequestBody(required = false) byte @Nullable [] sent) {
        if (!Proof.isConfigured(settings.signingKey())) {
            throw Strangers.closed("Mailgun", "afterglow.intake.mailgun.signing-key");
        }
        Field body = Field.root(Json.read(sent == null ? new byte[0] : sent)).object();
        MailgunSignature signature = verified(body.at("signature"));
        ProviderEvent event = MailgunEvent.of(body.at("event-data"));
        // why: the body is not signed, so one token must not vouch for two reports. Kept twice as long as it is valid,
        // for its timestamp may lie ahead of our clock.
        if (!tokens.belongs(
                signature.token(), Json.hash(event.id()), settings.maxAge().multipliedBy(2))) {
            throw Strangers.refused("The token in /signature came with another report before.");
        }
        return new Taken(1, events.take(List.of(event)));
    }

    private MailgunSignature verified(Field field) {
        MailgunSignature signature = MailgunSignature.of(field);
        if (!signature.isValid(settings.signingKey())) {
            throw Strangers.refused("The signature in /signature is not that of this account.");
        }
        if (!signature.isFresh(field, clock.instant(), settings.maxAge())) {
            throw Strangers.refused("The signature in /signature is older than " + settings.maxAge() + ".");
        }
        return signature;
    }
}
