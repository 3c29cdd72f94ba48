package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShopifySignatureTest {

    private static final byte[] BODY = "{\"foo\": \"bar\"}".getBytes(StandardCharsets.UTF_8);
    // The vector of Shopify's own library: shopify-api-js, webhooks/validate.test.ts.
    private static final String SIGNATURE = "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=";

    @Test
    void theSendersOwnVectorIsAccepted() {
        assertThat(ShopifySignature.isValid(List.of("test_secret_key"), BODY, SIGNATURE))
                .isTrue();
    }

    @Test
    void anotherSecretIsNot() {
        assertThat(ShopifySignature.isValid(List.of("test_secret_kez"), BODY, SIGNATURE))
                .isFalse();
    }

    @Test
    void noSecretMeansNobodyIsLetIn() {
        assertThat(ShopifySignature.isValid(List.of(""), BODY, SIGNATURE)).isFalse();
    }

    @Test
    void noSignatureIsNotAccepted() {
        assertThat(ShopifySignature.isValid(List.of("test_secret_key"), BODY, null))
                .isFalse();
    }

    @Test
    void noChangedByteIsAccepted() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = BODY.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(ShopifySignature.isValid(List.of("test_secret_key"), changed, SIGNATURE))
                    .as("mutation %d", i)
                    .isFalse();
        }
    }

    @Test
    void whileASecretChangesTheOldAndTheNewOneCountAndNoOther() {
        List<String> both = List.of("next_secret", "test_secret_key");
        assertThat(ShopifySignature.isValid(both, BODY, SIGNATURE)).isTrue();
        assertThat(ShopifySignature.isValid(List.of("next_secret"), BODY, SIGNATURE))
                .isFalse();
        assertThat(ShopifySignature.isValid(List.of(), BODY, SIGNATURE)).isFalse();
    }
}
