package dev.afterglow.intake.sendgrid;

import dev.afterglow.intake.providers.Proof;
import jakarta.validation.constraints.AssertTrue;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The SendGrid account that reports to us.
 *
 * @param publicKey the verification key of its signed event webhook, in base64; without one every report is refused
 */
@Validated
@ConfigurationProperties("afterglow.intake.sendgrid")
record SendgridSettings(@Nullable String publicKey) {

    @AssertTrue(message = "must be the verification key that SendGrid shows, an elliptic-curve key in base64")
    boolean isPublicKeyReadable() {
        return !isConfigured()
                || SendgridSignature.key(String.valueOf(publicKey)).isPresent();
    }

    boolean isConfigured() {
        return Proof.isConfigured(publicKey);
    }

    PublicKey key() {
        return SendgridSignature.key(String.valueOf(publicKey)).orElseThrow();
    }
}
