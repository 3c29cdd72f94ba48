package dev.afterglow.intake.shopify;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Shopify app that sends us webhooks.
 *
 * @param secret the app's client secret; without one every webhook is refused
 */
@ConfigurationProperties("afterglow.intake.shopify")
record ShopifySettings(@Nullable String secret) {

    @Override
    public String toString() {
        return "ShopifySettings[secret=" + (secret == null ? "none" : "***") + "]";
    }
}
