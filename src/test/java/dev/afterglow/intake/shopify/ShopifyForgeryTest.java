package dev.afterglow.intake.shopify;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopifyForgeryTest {

    private static final String BODY = "{\"id\": 820982911946154508, \"email\": \"jon@example.com\"}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        String signature = Base64.getEncoder()
                .encodeToString(Proof.hmac("HmacSHA256", "s3cret", BODY.getBytes(StandardCharsets.UTF_8)));

        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", "s3cret", "signature", signature),
                parts -> ShopifySignature.isValid(
                        List.of(text(parts, "secret")), parts.get("body"), text(parts, "signature")));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
