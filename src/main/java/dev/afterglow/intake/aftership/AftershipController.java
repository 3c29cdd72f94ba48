package dev.afterglow.intake.aftership;

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

/** Takes AfterShip's webhooks. */
@RestController
class AftershipController {

    private static final String SIGNATURE = "aftership-hmac-sha256";

    private final CarrierAccounts accounts;
    private final TakingReports taking;

    AftershipController(CarrierAccounts accounts, TakingReports taking) {
        this.accounts = accounts;
        this.taking = taking;
    }

    /** Answers 2xx only when all is committed; AfterShip sends again otherwise, for three days. */
    @PostMapping(
            path = {"/hooks/aftership", "/hooks/aftership" + CarrierAccounts.NAMED},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording take(
            @PathVariable(name = "account", required = false) @Nullable String name,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        CarrierAccount account = accounts.aftership(name)
                .provenBy(
                        secret -> AftershipSignature.isValid(secret, body, signature),
                        "The signature in " + SIGNATURE + " does not belong to this body.");
        return taking.take(account, body, AftershipReport::of);
    }
}
