package dev.afterglow.intake.mailgun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The other side of the wire: words and signs reports as Mailgun does, written apart from the code under test. */
final class Mailgun {

    private Mailgun() {}

    static String report(String key, Instant now, String data) {
        return report(key, now, UUID.randomUUID().toString(), data);
    }

    static String report(String key, Instant now, String token, String data) {
        String timestamp = String.valueOf(now.getEpochSecond());
        return """
                {"signature": {"timestamp": "%s", "token": "%s", "signature": "%s"}, "event-data": %s}
                """.formatted(timestamp, token, sign(key, timestamp + token), data);
    }

    static String data(String event, String recipient, String messageId, String more) {
        return """
                {"event": "%s", "id": "%s", "timestamp": 1521233195.375624, "recipient": "%s",
                 "message": {"headers": {"message-id": "%s"}}%s}
                """.formatted(event, UUID.randomUUID(), recipient, messageId, more);
    }

    static String failed(String severity, String reason, int code) {
        return ", \"severity\": \"%s\", \"reason\": \"%s\", \"delivery-status\": {\"code\": %d, \"message\": \"No\"}"
                .formatted(severity, reason, code);
    }

    private static String sign(String key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
