package dev.afterglow.intake.medusa;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes the thin events that a subscriber in a Medusa shop passes on. */
@RestController
class MedusaController {

    private final MedusaSettings settings;
    private final MedusaReport report;
    private final Intake intake;

    MedusaController(MedusaSettings settings, AskingMedusa asking, Orders orders, Intake intake, Clock clock) {
        this.settings = settings;
        this.report = new MedusaReport(asking, orders::find, clock);
        this.intake = intake;
    }

    /** Answers 2xx only when the shop was asked and all is committed; otherwise the subscriber has to send again. */
    @PostMapping(
            path = {"/hooks/medusa", "/hooks/medusa/{account}"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Recording> take(
            @PathVariable(name = "account", required = false) @Nullable String name,
            @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        MedusaAccount account = proven(name, headers.getFirst(settings.header()), body);
        Field event = Field.root(Json.read(body)).object();
        List<Told> told = report.of(event, account, name == null ? "medusa" : "medusa:" + name);
        return told.isEmpty() ? List.of(new Recording("ignored", "", "topic-not-used")) : intake.take(told);
    }

    private MedusaAccount proven(@Nullable String name, @Nullable String signature, byte[] body) {
        MedusaAccount account = settings.account(name)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.NOT_FOUND, "No such account", "There is no account of this name here."));
        if (!account.isComplete()) {
            String prefix = name == null ? MedusaSettings.NAME : MedusaSettings.NAME + ".accounts." + name;
            throw Strangers.closed("Medusa", prefix + " (secret, base-url, api-token)");
        }
        if (!MedusaSignature.isValid(account.secrets(), body, signature)) {
            throw Strangers.refused(
                    "The signature in %s is missing or does not belong to this body.".formatted(settings.header()));
        }
        return account;
    }
}
