package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WoocommerceForgeryTest {

    private static final String BODY = "{\"id\": 727, \"status\": \"processing\"}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        String signature = Base64.getEncoder()
                .encodeToString(Proof.hmac("HmacSHA256", "s3cret", BODY.getBytes(StandardCharsets.UTF_8)));

        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", "s3cret", "signature", signature),
                // why: space around a configured secret is taken for a slip of the keyboard.
                parts -> isGenuineOrReallyOther(text(parts, "secret"))
                        && WoocommerceSignature.isValid(
                                new Account(List.of(text(parts, "secret")), ShopKey.MAIN),
                                parts.get("body"),
                                text(parts, "signature")));
    }

    private static boolean isGenuineOrReallyOther(String secret) {
        return secret.equals("s3cret") || !secret.strip().equals("s3cret");
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
