package dev.afterglow.messaging.channel;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Push messages, by a service of the shop's own that knows its customers' devices.
 *
 * @param url where they are posted
 * @param secret what they are signed with (Standard Webhooks)
 * @param idempotencyWindow for how long the service drops what has the {@code webhook-id} of an earlier one
 * @param deadline for one hand-over
 */
@Validated
@ConfigurationProperties("afterglow.messaging.push")
record PushSettings(
        @Nullable String url,
        @Nullable String secret,
        @DefaultValue("0s") @NotNull Duration idempotencyWindow,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 75)
        Duration deadline) {

    PushSettings {
        if (Complete.together("afterglow.messaging.push", "url", url, "secret", secret) && url != null) {
            WebAddress.read("afterglow.messaging.push.url", url);
        }
    }

    @Override
    public String toString() {
        return "PushSettings[url=%s]".formatted(url);
    }
}
