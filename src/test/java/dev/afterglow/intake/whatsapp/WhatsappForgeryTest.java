package dev.afterglow.intake.whatsapp;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatsappForgeryTest {

    private static final String BODY = "{\"entry\": [{\"changes\": []}]}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        String signature = "sha256="
                + HexFormat.of().formatHex(Proof.hmac("HmacSHA256", "s3cret", BODY.getBytes(StandardCharsets.UTF_8)));

        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", "s3cret", "signature", signature),
                parts -> WhatsappSignature.isValid(text(parts, "secret"), parts.get("body"), text(parts, "signature")));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
