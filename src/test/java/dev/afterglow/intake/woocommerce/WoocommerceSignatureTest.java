package dev.afterglow.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WoocommerceSignatureTest {

    private static final String BODY = "{\"id\": 727, \"status\": \"processing\"}";

    private final Account account = new Account(List.of("old", "new"), ShopKey.MAIN);

    @Test
    void eitherSecretMayHaveSignedWhileOneReplacesTheOther() {
        assertThat(isValid(BODY, Woocommerce.sign("old", BODY))).isTrue();
        assertThat(isValid(BODY, Woocommerce.sign("new", BODY))).isTrue();
        assertThat(isValid(BODY, Woocommerce.sign("guess", BODY))).isFalse();
        assertThat(isValid(BODY, null)).isFalse();
    }

    @Test
    void withoutSecretNothingIsValid() {
        Account none = new Account(List.of(" "), ShopKey.MAIN);
        assertThat(WoocommerceSignature.isValid(none, bytes(BODY), Woocommerce.sign(" ", BODY)))
                .isFalse();
    }

    @Test
    void nothingThatWasChangedIsAccepted() {
        String signature = Woocommerce.sign("new", BODY);
        Mutations.ofBytes(bytes(BODY), changed -> WoocommerceSignature.isValid(account, changed, signature));
        Mutations.ofText(signature, changed -> isValid(BODY, changed));
    }

    private boolean isValid(String body, String signature) {
        return WoocommerceSignature.isValid(account, bytes(body), signature);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
