package dev.afterglow.messaging.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Messages for programs, posted to endpoints (Standard Webhooks).
 *
 * @param endpoints by name: {@code url} and {@code secret} of each
 * @param allowLoopback whether an endpoint may be on this machine, and without TLS
 * @param deadline for one attempt
 * @param keep how long what is settled can be looked at and replayed
 */
@Validated
@ConfigurationProperties("afterglow.messaging.webhook")
record WebhookSettings(
        @DefaultValue Map<String, @Valid Endpoint> endpoints,
        @DefaultValue("false") boolean allowLoopback,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1)
        Duration deadline,

        @DefaultValue("30d") @NotNull Duration keep) {

    WebhookSettings {
        endpoints = Map.copyOf(endpoints);
        endpoints.forEach((name, endpoint) -> check(name, endpoint, allowLoopback));
    }

    /** Where to post, and what to sign with. */
    record Endpoint(@NotBlank String url, @NotBlank String secret) {

        @Override
        public String toString() {
            return "Endpoint[url=%s]".formatted(url);
        }
    }

    private static void check(String name, Endpoint endpoint, boolean allowLoopback) {
        String prefix = "afterglow.messaging.webhook.endpoints." + name;
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException(prefix + ": names are of small letters, digits and dashes");
        }
        Complete.together(prefix, "url", endpoint.url(), "secret", endpoint.secret());
        URI url = WebAddress.read(prefix + ".url", endpoint.url());
        if (!allowLoopback && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(prefix + ".url must begin with https://");
        }
    }
}
