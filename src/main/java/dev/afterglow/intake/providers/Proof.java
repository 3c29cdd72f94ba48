package dev.afterglow.intake.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What senders prove themselves with, compared in constant time. */
public final class Proof {

    private Proof() {}

    /** An HMAC over the parts in a row, with an algorithm that every Java has, such as {@code HmacSHA256}. */
    public static byte[] hmac(String algorithm, String secret, byte[]... parts) {
        return hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), parts);
    }

    /** The same, with a secret that is no text. */
    static byte[] hmac(String algorithm, byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /** Whether this was shown; nothing is never right. */
    public static boolean isShown(@Nullable String expected, @Nullable String shown) {
        return isConfigured(expected)
                && shown != null
                && MessageDigest.isEqual(
                        String.valueOf(expected).getBytes(StandardCharsets.UTF_8),
                        shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a secret is set at all. */
    public static boolean isConfigured(@Nullable String secret) {
        return secret != null && !secret.isBlank();
    }
}
