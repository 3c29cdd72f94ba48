package dev.afterglow.intake.shippo;

import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the time, a dot and the raw body, as {@code t=SECONDS,v1=HEX}; on request only. Source: Shippo, "Webhook
 * security" (https://docs.goshippo.com/tracking/webhook-security).
 */
final class ShippoSignature {

    /** How far the time may be from ours, either way. A report that is repeated changes nothing, so it may be long. */
    static final Duration TOLERANCE = Duration.ofHours(1);

    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,11}),v1=([0-9a-f]{64})");

    private ShippoSignature() {}

    /** Whether the secret's holder signed exactly this body, about now. */
    static boolean isValid(String secret, byte[] body, @Nullable String signature, Instant now) {
        Matcher parts = SHAPE.matcher(signature == null ? "" : signature);
        if (!parts.matches()) {
            return false;
        }
        String time = parts.group(1);
        byte[] hmac = Proof.hmac("HmacSHA256", secret, (time + ".").getBytes(StandardCharsets.UTF_8), body);
        return Proof.isShown(HexFormat.of().formatHex(hmac), parts.group(2)) && isFresh(Long.parseLong(time), now);
    }

    private static boolean isFresh(long seconds, Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
    }
}
