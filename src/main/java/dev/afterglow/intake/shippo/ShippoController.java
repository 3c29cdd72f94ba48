package dev.afterglow.intake.shippo;

import dev.afterglow.intake.carriers.CarrierAccount;
import dev.afterglow.intake.carriers.CarrierAccounts;
import dev.afterglow.intake.carriers.TakingReports;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.journey.Recording;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes Shippo's webhooks, which show a token in the address, or are signed when Shippo was asked to. */
@RestController
class ShippoController {

    private static final String SIGNATURE = "Shippo-Auth-Signature";

    private final CarrierAccounts accounts;
    private final TakingReports taking;
    private final Clock clock;

    ShippoController(CarrierAccounts accounts, TakingReports taking, Clock clock) {
        this.accounts = accounts;
        this.taking = taking;
        this.clock = clock;
    }

    /** Answers 2xx only when all is committed. */
    @PostMapping(
            path = {"/hooks/shippo", "/hooks/shippo" + CarrierAccounts.NAMED},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording take(
            @PathVariable(name = "account", required = false) @Nullable String name,
            @RequestParam(name = "token", required = false) @Nullable String token,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        CarrierAccount account = accounts.shippo(name)
                .provenBy(
                        secret -> isProven(secret, token, signature, body),
                        "Neither ?token= nor " + SIGNATURE + " shows that this comes from whom it should come from.");
        return taking.take(account, body, ShippoReport::isTest, ShippoReport::of);
    }

    // why: a signature that is there must be right, whatever the address says.
    private boolean isProven(String secret, @Nullable String token, @Nullable String signature, byte[] body) {
        return signature == null
                ? Proof.isShown(secret, token)
                : ShippoSignature.isValid(secret, body, signature, clock.instant());
    }
}
