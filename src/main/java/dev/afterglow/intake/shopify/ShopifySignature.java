package dev.afterglow.intake.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw body, in base64. Source: Shopify, "Verify webhook deliveries"
 * (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries).
 */
final class ShopifySignature {

    private static final String ALGORITHM = "HmacSHA256";

    private ShopifySignature() {}

    /** Whether the holder of one of the secrets signed exactly this body; each is compared in constant time. */
    static boolean isValid(List<String> secrets, byte[] body, @Nullable String signature) {
        return signature != null
                && secrets.stream()
                                .filter(secret -> !secret.isEmpty())
                                .filter(secret -> isValid(secret, body, signature))
                                .count()
                        > 0;
    }

    private static boolean isValid(String secret, byte[] body, String signature) {
        byte[] expected = Base64.getEncoder().encode(hmac(secret, body));
        return MessageDigest.isEqual(expected, signature.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
