package dev.afterglow.intake.reconciliation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A shop that may be asked.
 *
 * @param kind whose protocol it speaks
 * @param baseUrl where it is, with https, such as {@code https://blue.myshopify.com}
 * @param accessToken Shopify: of the app's Admin API
 * @param domain Shopify: as its webhooks name the shop; the host of {@code baseUrl} if not said
 * @param apiVersion Shopify: of the Admin API
 * @param consumerKey WooCommerce: of its REST API
 * @param consumerSecret WooCommerce: of its REST API
 * @param webhooks WooCommerce: the account its webhooks come to; the main shop's if not said
 * @param every how often it is asked
 * @param lookBack how far each time reaches back behind the one before
 */
record Account(
        @NotNull Kind kind,
        @NotNull URI baseUrl,
        @Nullable String accessToken,
        @Nullable String domain,

        @DefaultValue("2026-01") @Pattern(regexp = "\\d{4}-\\d{2}")
        String apiVersion,

        @Nullable String consumerKey,
        @Nullable String consumerSecret,
        @Nullable String webhooks,
        @DefaultValue("15m") @DurationMin(minutes = 1) Duration every,

        @DefaultValue("2h") @DurationMin(minutes = 1) @DurationMax(days = 14)
        Duration lookBack) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Whose protocol. */
    enum Kind {
        SHOPIFY,
        WOOCOMMERCE
    }

    // why: the token goes along with every request.
    @AssertTrue(message = "base-url must begin with https:// and hold neither query nor password")
    boolean isBaseUrlSafe() {
        if (baseUrl == null) {
            return true;
        }
        boolean isSealed = "https".equals(baseUrl.getScheme())
                || ("http".equals(baseUrl.getScheme()) && LOOPBACK.contains(String.valueOf(baseUrl.getHost())));
        return isSealed
                && baseUrl.getHost() != null
                && baseUrl.getUserInfo() == null
                && baseUrl.getQuery() == null
                && baseUrl.getFragment() == null;
    }

    @AssertTrue(message = "shopify needs access-token; woocommerce needs consumer-key and consumer-secret")
    boolean isSignedIn() {
        return kind == Kind.SHOPIFY ? isSaid(accessToken) : isSaid(consumerKey) && isSaid(consumerSecret);
    }

    private static boolean isSaid(@Nullable String secret) {
        return secret != null && !secret.isBlank();
    }

    /** As Shopify's webhooks name the shop, in small letters. */
    String shopifyDomain() {
        return Objects.requireNonNullElse(domain, baseUrl.getHost()).strip().toLowerCase(Locale.ROOT);
    }

    /** An address below the shop's own. */
    URI address(String path) {
        return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
    }

    @Override
    public String toString() {
        long secrets = Stream.of(accessToken, consumerKey, consumerSecret)
                .filter(Objects::nonNull)
                .count();
        return "Account[kind=%s, baseUrl=%s, secrets=%d]".formatted(kind, baseUrl, secrets);
    }
}
