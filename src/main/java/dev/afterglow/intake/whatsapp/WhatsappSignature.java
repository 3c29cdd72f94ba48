package dev.afterglow.intake.whatsapp;

import dev.afterglow.intake.providers.Proof;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw body, in hexadecimal digits after {@code sha256=}. Source: Meta, "Webhooks: getting started"
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 */
final class WhatsappSignature {

    private WhatsappSignature() {}

    /** Whether the secret's holder signed exactly this body. */
    static boolean isValid(@Nullable String secret, byte[] body, @Nullable String signature) {
        return secret != null
                && !secret.isBlank()
                && Proof.isShown(
                        "sha256=" + HexFormat.of().formatHex(Proof.hmac("HmacSHA256", secret, body)), signature);
    }
}
