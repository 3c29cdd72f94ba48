package dev.afterglow.intake.mailgun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.intake.providers.Mutations;
import org.junit.jupiter.api.Test;

class MailgunSignatureTest {

    private static final String KEY = "TEST_WEBHOOK_SIGNING_KEY";
    private static final String TIMESTAMP = "1234567890";
    private static final String TOKEN = "1234567890abcdef1234567890abcdef";
    private static final String SIGNATURE = "3b754b7c269e4c08fb3f5f36b2b5f98e45245965522dc16ca4c9faa0b11b557d";

    @Test
    void theKeysHolderIsLetIn() {
        assertThat(new MailgunSignature(TIMESTAMP, TOKEN, SIGNATURE).isValid(KEY))
                .isTrue();
    }

    @Test
    void nobodyIsLetInWithoutAKey() {
        assertThat(new MailgunSignature(TIMESTAMP, TOKEN, SIGNATURE).isValid(null))
                .isFalse();
        assertThat(new MailgunSignature(TIMESTAMP, TOKEN, SIGNATURE).isValid(" "))
                .isFalse();
        assertThat(new MailgunSignature(TIMESTAMP, TOKEN, SIGNATURE).isValid("another key"))
                .isFalse();
    }

    @Test
    void everyVectorIsAccepted() {
        assertThat(Fixtures.vectors("mailgun"))
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(new MailgunSignature(
                                        vector.get("timestamp").asText(),
                                        vector.get("token").asText(),
                                        vector.get("signature").asText())
                                .isValid(vector.get("signingKey").asText()))
                        .isTrue());
    }

    @Test
    void nothingChangedIsAccepted() {
        Mutations.ofText(TIMESTAMP, other -> new MailgunSignature(other, TOKEN, SIGNATURE).isValid(KEY));
        Mutations.ofText(TOKEN, other -> new MailgunSignature(TIMESTAMP, other, SIGNATURE).isValid(KEY));
        Mutations.ofText(SIGNATURE, other -> new MailgunSignature(TIMESTAMP, TOKEN, other).isValid(KEY));
    }
}
