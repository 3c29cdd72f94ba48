package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a Shopify webhook. Newer deliveries leave out the {@code X-}. Source: Shopify, "Webhook delivery
 * structure" (https://shopify.dev/docs/apps/build/webhooks).
 *
 * @param eventId the same for all deliveries of one action of the merchant, over all topics
 */
record ShopifyHeaders(
        @Nullable String signature,
        @Nullable String topic,
        @Nullable String shop,
        @Nullable String eventId,
        @Nullable String webhookId,
        @Nullable String triggeredAt) {

    private static final int LONGEST = 200;

    static ShopifyHeaders of(Function<String, @Nullable String> headers) {
        return new ShopifyHeaders(
                value(headers, "Hmac-SHA256"),
                value(headers, "Topic"),
                value(headers, "Shop-Domain"),
                value(headers, "Event-Id"),
                value(headers, "Webhook-Id"),
                value(headers, "Triggered-At"));
    }

    String requiredTopic() {
        if (topic == null) {
            throw Refusal.wrongShape("Header X-Shopify-Topic is missing.");
        }
        return topic;
    }

    /** The shop's domain in small letters, {@code unknown} when Shopify does not say it. */
    String domain() {
        return shop == null ? "unknown" : shop.toLowerCase(Locale.ROOT);
    }

    /** What Shopify calls this event. */
    Optional<String> id() {
        return Optional.ofNullable(eventId).or(() -> Optional.ofNullable(webhookId));
    }

    /** When it happened at Shopify; empty when Shopify does not say it. */
    Optional<Instant> at() {
        try {
            return Optional.ofNullable(triggeredAt).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String value(Function<String, @Nullable String> headers, String name) {
        String value = headers.apply("X-Shopify-" + name);
        String found = value != null ? value : headers.apply("Shopify-" + name);
        if (found == null || found.isBlank()) {
            return null;
        }
        if (found.length() > LONGEST) {
            throw Refusal.wrongShape("Header Shopify-%s is longer than %d characters.".formatted(name, LONGEST));
        }
        return found.strip();
    }
}
