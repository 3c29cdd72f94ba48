package dev.afterglow.intake.mailgun;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over timestamp and token, in hexadecimal digits; all three are in the body, which itself is not signed.
 * Source: Mailgun, "Securing webhooks" (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks).
 */
record MailgunSignature(String timestamp, String token, String signature) {

    static MailgunSignature of(Field field) {
        field.object();
        return new MailgunSignature(
                field.at("timestamp").requiredId(), required(field.at("token")), required(field.at("signature")));
    }

    /** Whether the key's holder made it. */
    boolean isValid(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return false;
        }
        byte[] hmac = Proof.hmac("HmacSHA256", key, bytes(timestamp), bytes(token));
        return Proof.isShown(HexFormat.of().formatHex(hmac), signature);
    }

    /** Whether it was made about now. */
    boolean isFresh(Field field, Instant now, Duration maxAge) {
        Instant made = Moments.seconds(field.at("timestamp"));
        return Duration.between(made, now).abs().compareTo(maxAge) <= 0;
    }

    private static String required(Field field) {
        String text = field.text(101);
        if (text == null || text.length() > 100) {
            throw field.refuse("must be a text of 1 to 100 characters");
        }
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
