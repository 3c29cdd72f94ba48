package dev.afterglow.intake.aftership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AftershipSignatureTest {

    private static final String BODY = "{\"event\": \"tracking_update\", \"msg\": {\"tracking_number\": \"1Z\"}}";
    private static final String SIGNATURE = Base64.getEncoder()
            .encodeToString(Proof.hmac("HmacSHA256", "s3cret", BODY.getBytes(StandardCharsets.UTF_8)));

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", "s3cret", "signature", SIGNATURE),
                parts -> !text(parts, "secret").isEmpty()
                        && AftershipSignature.isValid(
                                text(parts, "secret"), parts.get("body"), text(parts, "signature")));
    }

    @Test
    void noSignatureIsNone() {
        assertThat(AftershipSignature.isValid("s3cret", BODY.getBytes(StandardCharsets.UTF_8), null))
                .isFalse();
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
