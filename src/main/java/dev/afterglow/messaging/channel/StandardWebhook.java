package dev.afterglow.messaging.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Signs what is posted, so that the receiver knows it is from us (Standard Webhooks 1.0.0). */
final class StandardWebhook {

    private static final int SHORTEST_SECRET = 24;

    private final Webhook webhook;

    /**
     * With a secret of at least 24 bytes, base64, with or without {@code whsec_} in front.
     *
     * @throws IllegalArgumentException when it is none; names the setting and shows nothing of the secret
     */
    StandardWebhook(String setting, String secret) {
        try {
            String bare = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
            if (Base64.getDecoder().decode(bare).length < SHORTEST_SECRET) {
                throw new IllegalArgumentException(setting + " is too short: 24 bytes or more, in base64");
            }
            webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException(setting + " is empty", e);
        } catch (IllegalArgumentException e) {
            throw String.valueOf(e.getMessage()).startsWith(setting)
                    ? e
                    : new IllegalArgumentException(setting + " is not base64");
        }
    }

    /**
     * The headers for this body.
     *
     * @param id the same at every attempt
     * @param at the time of this attempt
     */
    Map<String, String> headers(String id, Instant at, String body) {
        try {
            return Map.of(
                    "Content-Type",
                    "application/json",
                    Webhook.UNBRANDED_MSG_ID_KEY,
                    id,
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                    String.valueOf(at.getEpochSecond()),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                    webhook.sign(id, at.getEpochSecond(), body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("it cannot be signed", e);
        }
    }
}
