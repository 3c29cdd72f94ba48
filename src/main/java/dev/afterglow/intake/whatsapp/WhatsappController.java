package dev.afterglow.intake.whatsapp;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.HearingFromCustomers;
import dev.afterglow.messaging.TakingProviderEvents;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes WhatsApp's webhooks. */
@RestController
class WhatsappController {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final WhatsappSettings settings;
    private final TakingProviderEvents events;
    private final HearingFromCustomers hearing;

    WhatsappController(WhatsappSettings settings, TakingProviderEvents events, HearingFromCustomers hearing) {
        this.settings = settings;
        this.events = events;
        this.hearing = hearing;
    }

    /**
     * The handshake when the webhook is set up: who knows the token gets the challenge back. Source: Meta, "Webhooks: getting
     * started" (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
     */
    @GetMapping(path = "/hooks/whatsapp", produces = MediaType.TEXT_PLAIN_VALUE)
    String shakeHands(
            @RequestParam(name = "hub.mode", required = false) @Nullable String mode,
            @RequestParam(name = "hub.verify_token", required = false) @Nullable String token,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge) {
        if (!Proof.isConfigured(settings.verifyToken())) {
            throw Strangers.closed("WhatsApp", "afterglow.intake.whatsapp.verify-token");
        }
        if (!"subscribe".equals(mode) || !Proof.isShown(settings.verifyToken(), token)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "Bad token", "hub.verify_token is not the configured one.");
        }
        if (challenge == null || !CHALLENGE.matcher(challenge).matches()) {
            throw Refusal.wrongShape("hub.challenge must be 1 to 100 letters and digits.");
        }
        return challenge;
    }

    @PostMapping(path = "/hooks/whatsapp", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken take(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        if (!Proof.isConfigured(settings.appSecret())) {
            throw Strangers.closed("WhatsApp", "afterglow.intake.whatsapp.app-secret");
        }
        if (!WhatsappSignature.isValid(settings.appSecret(), body, signature)) {
            throw Strangers.refused("The signature in " + SIGNATURE + " does not belong to this body.");
        }
        WhatsappReport report = WhatsappReport.of(Field.root(Json.read(body)));
        report.inbound().forEach(hearing::hear);
        return new Taken(report.events().size() + report.inbound().size(), events.take(report.events()));
    }
}
