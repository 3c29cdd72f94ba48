package dev.afterglow.intake.shippo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippoSignatureTest {

    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");
    private static final String BODY = "{\"event\": \"track_updated\", \"data\": {}}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "secret", "s3cret", "signature", signature(NOON)),
                parts -> !text(parts, "secret").isEmpty()
                        && ShippoSignature.isValid(
                                text(parts, "secret"), parts.get("body"), text(parts, "signature"), NOON));
    }

    @Test
    void theTimeMayBeAnHourOffEitherWayAndNotASecondMore() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(ShippoSignature.isValid("s3cret", body, signature(NOON.minusSeconds(3600)), NOON))
                .isTrue();
        assertThat(ShippoSignature.isValid("s3cret", body, signature(NOON.plusSeconds(3600)), NOON))
                .isTrue();
        assertThat(ShippoSignature.isValid("s3cret", body, signature(NOON.minusSeconds(3601)), NOON))
                .isFalse();
        assertThat(ShippoSignature.isValid("s3cret", body, signature(NOON.plusSeconds(3601)), NOON))
                .isFalse();
        assertThat(ShippoSignature.isValid("s3cret", body, null, NOON)).isFalse();
    }

    private static String signature(Instant at) {
        byte[] signed = (at.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8);
        return "t=%d,v1=%s"
                .formatted(at.getEpochSecond(), HexFormat.of().formatHex(Proof.hmac("HmacSHA256", "s3cret", signed)));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
