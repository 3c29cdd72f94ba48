package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Told;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The other side of the wire: signs and words webhooks as the shop does, written apart from the code under test. */
final class Shopify {

    /** When a webhook that says no time arrived. */
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private Shopify() {}

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is understood of a webhook of the shop {@code tests.myshopify.com}. */
    static Told told(String topic, String body) {
        return told(topic, body, ConsentSettings.NONE).orElseThrow();
    }

    static Optional<Told> told(String topic, String body, ConsentSettings consent) {
        ShopifyShop shop = new ShopifyShop("tests.myshopify.com", ShopKey.MAIN, List.of());
        JsonNode json = Json.read(merged(body).getBytes(StandardCharsets.UTF_8));
        ShopifyReport report = new ShopifyReport(shop, topic, json, body, Optional.of("event-1"), NOW);
        return new ShopifyReading(consent).told(report).or(() -> ShopifyReturn.told(report, order -> true));
    }

    static String order(String id) {
        return order(id, "\"financial_status\": \"paid\"");
    }

    static String order(String id, String fields) {
        return merged("""
                {"id": %s, "name": "#1001", "created_at": "2026-05-10T11:00:00-05:00",
                 "updated_at": "2026-05-10T11:00:01-05:00", "currency": "USD", "total_price": "409.94",
                 "email": "jon@example.com", "phone": null, "cancelled_at": null, "test": false,
                 "customer": {"id": %s7, "email": "john@example.com", "first_name": "John", "last_name": "Smith"},
                 "line_items": [{"id": 866550311766439020, "product_id": 632910392, "sku": "IPOD", "title": "Player",
                   "variant_title": null, "quantity": 1, "price": "199.00", "properties": []}],
                 %s}
                """.formatted(id, id, fields));
    }

    /** A document in which a field that is named again takes the place of the first. */
    private static String merged(String json) {
        try {
            return new ObjectMapper().readTree(json).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
