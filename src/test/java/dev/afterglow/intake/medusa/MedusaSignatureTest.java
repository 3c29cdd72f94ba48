package dev.afterglow.intake.medusa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedusaSignatureTest {

    private static final String BODY = "{\"name\": \"order.placed\", \"data\": {\"id\": \"order_1\"}}";
    private static final List<String> SECRETS = List.of("old", "new");

    @Test
    void eitherSecretMayHaveSignedWithOrWithoutTheNameOfTheMethod() {
        assertThat(isValid(Medusa.sign("old", BODY))).isTrue();
        assertThat(isValid("sha256=" + Medusa.sign("new", BODY))).isTrue();
        assertThat(isValid(Medusa.sign("guess", BODY))).isFalse();
        assertThat(isValid(null)).isFalse();
        assertThat(isValid("")).isFalse();
    }

    @Test
    void nothingThatWasChangedIsAccepted() {
        String signature = Medusa.sign("new", BODY);
        Mutations.ofBytes(
                BODY.getBytes(StandardCharsets.UTF_8), changed -> MedusaSignature.isValid(SECRETS, changed, signature));
        Mutations.ofText(signature, MedusaSignatureTest::isValid);
    }

    private static boolean isValid(String signature) {
        return MedusaSignature.isValid(SECRETS, BODY.getBytes(StandardCharsets.UTF_8), signature);
    }
}
