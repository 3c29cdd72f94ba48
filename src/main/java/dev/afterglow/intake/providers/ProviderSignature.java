package dev.afterglow.intake.providers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over id, time and raw body, with dots between, in base64. Source: Standard Webhooks 1.0.0
 * (https://github.com/standard-webhooks/standard-webhooks).
 *
 * @param id of the report, the same each time it is sent
 * @param timestamp in seconds since 1970
 * @param signatures one or more, with spaces between; {@code v1,} and base64
 */
record ProviderSignature(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String signatures) {

    /** How far the time may be from ours, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final int MANY = 20;

    /** Whether the secret's holder signed exactly this body, about now. */
    boolean isValid(String secret, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !isFresh(timestamp, now)) {
            return false;
        }
        byte[] front = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        String expected =
                "v1," + Base64.getEncoder().encodeToString(Proof.hmac("HmacSHA256", key(secret), front, body));
        boolean valid = false;
        for (String signature : signatures.split(" ", MANY)) {
            valid |= Proof.isShown(expected, signature);
        }
        return valid;
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret);
    }

    private static boolean isFresh(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }
}
