package dev.afterglow.intake.providers;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Any other provider, which reports in our own words.
 *
 * @param secret of its Standard Webhooks signature, {@code whsec_} and base64; without one only the API key opens the door
 */
@Validated
@ConfigurationProperties("afterglow.intake.provider")
record ProviderSettings(@Nullable String secret) {

    @AssertTrue(message = "must be whsec_ and then 24 bytes or more in base64")
    boolean isSecretReadable() {
        if (!Proof.isConfigured(secret)) {
            return true;
        }
        try {
            return new Webhook(String.valueOf(secret).strip()) != null;
        } catch (EmptyWebhookSecretException | IllegalArgumentException notOne) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ProviderSettings[secret=" + (secret == null ? "none" : "***") + "]";
    }
}
