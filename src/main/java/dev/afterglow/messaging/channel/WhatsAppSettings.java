package dev.afterglow.messaging.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * WhatsApp, over the Cloud API.
 *
 * @param url where its API is
 * @param version of the API
 * @param phoneNumberId the API's id of the shop's number
 * @param token the access token
 * @param region the country of numbers without one, where the customer's language names none (ISO 3166)
 * @param deadline for one hand-over
 */
@Validated
@ConfigurationProperties("afterglow.messaging.whatsapp")
record WhatsAppSettings(
        @DefaultValue("https://graph.facebook.com") @NotBlank
        String url,

        @DefaultValue("v23.0") @Pattern(regexp = "v\\d+\\.\\d+")
        String version,

        @Nullable @Pattern(regexp = "\\d*") String phoneNumberId,
        @Nullable String token,
        @Nullable @Pattern(regexp = "([A-Z]{2})?") String region,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 75)
        Duration deadline) {

    WhatsAppSettings {
        Complete.together("afterglow.messaging.whatsapp", "phone-number-id", phoneNumberId, "token", token);
        WebAddress.read("afterglow.messaging.whatsapp.url", url);
    }

    URI messages() {
        return URI.create("%s/%s/%s/messages".formatted(url, version, phoneNumberId));
    }

    @Override
    public String toString() {
        return "WhatsAppSettings[url=%s, version=%s, phoneNumberId=%s]".formatted(url, version, phoneNumberId);
    }
}
