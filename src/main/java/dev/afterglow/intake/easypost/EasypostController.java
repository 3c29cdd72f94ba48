package dev.afterglow.intake.easypost;

import dev.afterglow.intake.carriers.CarrierAccount;
import dev.afterglow.intake.carriers.CarrierAccounts;
import dev.afterglow.intake.carriers.TakingReports;
import dev.afterglow.journey.Recording;
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
    private final TakingReports taking;

    EasypostController(CarrierAccounts accounts, TakingReports taking) {
        this.accounts = accounts;
        this.taking = taking;
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
        CarrierAccount account = accounts.easypost(name)
                .provenBy(
                        secret -> EasypostSignature.isValid(secret, body, signature),
                        "The signature in " + SIGNATURE + " does not belong to this body.");
        return taking.take(account, body, EasypostReport::isTest, EasypostReport::of);
    }
}
