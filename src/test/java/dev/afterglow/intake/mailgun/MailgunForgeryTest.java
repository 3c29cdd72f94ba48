package dev.afterglow.intake.mailgun;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailgunForgeryTest {

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        String token = "1234567890abcdef1234567890abcdef";
        String signature = HexFormat.of()
                .formatHex(Proof.hmac("HmacSHA256", "k3y", ("1778414400" + token).getBytes(StandardCharsets.UTF_8)));

        Mutations.ofAll(
                10_000,
                Map.of("timestamp", "1778414400", "token", token, "key", "k3y", "signature", signature),
                parts -> new MailgunSignature(text(parts, "timestamp"), text(parts, "token"), text(parts, "signature"))
                        .isValid(text(parts, "key")));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
