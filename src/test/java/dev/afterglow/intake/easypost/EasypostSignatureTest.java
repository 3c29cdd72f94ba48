package dev.afterglow.intake.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EasypostSignatureTest {

    private static final String SECRET = "s\u00e9cret";
    private static final String BODY = "{\"description\": \"tracker.updated\", \"result\": {\"weight\": 614.4}}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", SECRET, "signature", signature()),
                parts -> !text(parts, "secret").isEmpty()
                        && EasypostSignature.isValid(
                                text(parts, "secret"), parts.get("body"), text(parts, "signature")));
    }

    @Test
    void anAccentIsTheSameInOnePieceOrTwo() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(EasypostSignature.isValid("s\u00e9cret", body, signature())).isTrue();
        assertThat(EasypostSignature.isValid("se\u0301cret", body, signature())).isTrue();
        assertThat(EasypostSignature.isValid("secret", body, signature())).isFalse();
    }

    @Test
    void theSendersOwnVectorIsAccepted() {
        String body = new String(Fixtures.payload("easypost/official_event-body.json"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(Fixtures.vectors("easypost"))
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(EasypostSignature.isValid(
                                SECRET,
                                body.getBytes(StandardCharsets.UTF_8),
                                vector.get("signature").asText()))
                        .isTrue());
    }

    private static String signature() {
        String key = Normalizer.normalize(SECRET, Normalizer.Form.NFKD);
        return "hmac-sha256-hex="
                + HexFormat.of().formatHex(Proof.hmac("HmacSHA256", key, BODY.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
