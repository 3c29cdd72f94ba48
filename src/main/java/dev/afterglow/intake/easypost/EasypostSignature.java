package dev.afterglow.intake.easypost;

import dev.afterglow.intake.providers.Proof;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw body, in hexadecimal digits. The secret is taken apart into letters and accents (NFKD) first.
 * Source: EasyPost, "Webhooks guide" (https://docs.easypost.com/guides/webhooks-guide) and its client libraries.
 */
final class EasypostSignature {

    private static final String PREFIX = "hmac-sha256-hex=";

    private EasypostSignature() {}

    /** Whether the secret's holder signed exactly this body. */
    static boolean isValid(String secret, byte[] body, @Nullable String signature) {
        String key = Normalizer.normalize(secret, Normalizer.Form.NFKD);
        return Proof.isShown(PREFIX + HexFormat.of().formatHex(Proof.hmac("HmacSHA256", key, body)), signature);
    }
}
