package dev.afterglow.intake.easypost;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.carriers.CarrierAccount;
import dev.afterglow.intake.carriers.CarrierAccounts;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.journey.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes EasyPost's webhooks. */
@RestController
class EasypostController {

    private static final String SIGNATURE = "X-Hmac-Signature";

    private final CarrierAccounts accounts;
    private final Intake intake;

    EasypostController(CarrierAccounts accounts, Intake intake) {
        this.accounts = accounts;
        this.intake = intake;
    }

    /** Answers 2xx only when all is committed; EasyPost sends again otherwise. */
    @PostMapping(
            path = {"/hooks/easypost", "/hooks/easypost" + CarrierAccounts.NAMED},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording take(
            @PathVariable(name = "account", required = false) @Nullable String name,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        CarrierAccount account = accounts.easypost(name);
        if (!account.isProven(secret -> EasypostSignature.isValid(secret, body, signature))) {
            throw Strangers.refused("The signature in " + SIGNATURE + " does not belong to this body.");
        }
        Field report = Field.root(Json.read(body));
        if (EasypostReport.isTest(report)) {
            return CarrierAccount.onlyATest();
        }
        return EasypostReport.of(report, account.zone())
                .map(tracking -> account.told(tracking, new String(body, StandardCharsets.UTF_8)))
                .map(told -> intake.take(List.of(told)).getFirst())
                .orElseGet(CarrierAccount::notUsed);
    }
}
