package dev.afterglow.intake.medusa;

import dev.afterglow.shop.ShopKey;
import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Medusa shop.
 *
 * @param secrets any of them may have signed
 * @param shop whose orders it tells of; empty for the main shop
 * @param baseUrl where its Admin API is, without {@code /admin}
 * @param apiToken a secret API key of an admin user
 */
record MedusaAccount(
        @DefaultValue List<String> secrets,
        @DefaultValue("") ShopKey shop,
        @Nullable URI baseUrl,
        @Nullable String apiToken) {

    MedusaAccount {
        secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Whether everything is said that it takes to listen to it and to ask it. */
    boolean isComplete() {
        return !secrets.isEmpty() && baseUrl != null && apiToken != null && !apiToken.isBlank();
    }

    @AssertTrue(message = "base-url must begin with https:// or http://")
    boolean isBaseUrlOfTheWeb() {
        return baseUrl == null || "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
    }

    @Override
    public String toString() {
        return "MedusaAccount[shop=" + shop.name() + ", baseUrl=" + baseUrl + "]";
    }
}
