package dev.afterglow.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");
    private static final String BODY = "{\"kind\": \"opened\", \"text\": \"\ufffd\"}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() throws Exception {
        Map<String, String> genuine = Map.of(
                "body",
                BODY,
                "id",
                "msg_1",
                "timestamp",
                String.valueOf(NOON.getEpochSecond()),
                "signature",
                signature(NOON));
        Mutations.ofAll(
                10_000,
                genuine,
                // why: a list may hold the same signature twice, or others beside it.
                parts -> !isAList(text(parts, "signature"))
                        && new ProviderSignature(text(parts, "id"), text(parts, "timestamp"), text(parts, "signature"))
                                .isValid(SECRET, parts.get("body"), NOON));
    }

    @Test
    void theStandardsOwnVectorIsAccepted() {
        assertThat(new ProviderSignature(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                "1614265330",
                                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                        .isValid(
                                SECRET,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8),
                                Instant.ofEpochSecond(1614265330)))
                .isTrue();
    }

    @Test
    void oneOfSeveralKeysIsEnough() throws Exception {
        assertThat(isValid("v1,AAAA " + signature(NOON) + " v1a,BBBB", NOON)).isTrue();
        assertThat(isValid("v1,AAAA v1a,BBBB", NOON)).isFalse();
        assertThat(isValid(null, NOON)).isFalse();
    }

    @Test
    void theTimeMayBeFiveMinutesOffEitherWayAndNotASecondMore() throws Exception {
        for (int seconds : new int[] {-300, 300}) {
            assertThat(isValid(signature(NOON.plusSeconds(seconds)), NOON.plusSeconds(seconds)))
                    .isTrue();
        }
        for (int seconds : new int[] {-301, 301}) {
            assertThat(isValid(signature(NOON.plusSeconds(seconds)), NOON.plusSeconds(seconds)))
                    .isFalse();
        }
    }

    private static boolean isValid(String signature, Instant at) {
        return new ProviderSignature("msg_1", String.valueOf(at.getEpochSecond()), signature)
                .isValid(SECRET, BODY.getBytes(StandardCharsets.UTF_8), NOON);
    }

    private static String signature(Instant at) throws Exception {
        return new Webhook(SECRET).sign("msg_1", at.getEpochSecond(), BODY);
    }

    private static boolean isAList(String signature) {
        return signature.contains(" ");
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
