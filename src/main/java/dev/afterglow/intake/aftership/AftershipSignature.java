package dev.afterglow.intake.aftership;

import dev.afterglow.intake.providers.Proof;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw body, in base64. Source: AfterShip, "Webhook signature"
 * (https://www.aftership.com/docs/tracking/webhook/webhook-signature).
 */
final class AftershipSignature {

    private AftershipSignature() {}

    /** Whether the secret's holder signed exactly this body. */
    static boolean isValid(String secret, byte[] body, @Nullable String signature) {
        return Proof.isShown(Base64.getEncoder().encodeToString(Proof.hmac("HmacSHA256", secret, body)), signature);
    }
}
