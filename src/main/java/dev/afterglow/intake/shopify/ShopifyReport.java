package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Told;
import java.time.Instant;
import java.util.Optional;

/**
 * One of Shopify's resources, whichever way it came here.
 *
 * @param topic what a webhook about it would be called, such as {@code orders/updated}
 * @param body as it was sent
 * @param id what Shopify calls the event; empty when it was read, not sent
 * @param at when Shopify says it happened, for resources that do not say it themselves; else when we got it
 */
record ShopifyReport(ShopifyShop shop, String topic, JsonNode json, String body, Optional<String> id, Instant at) {

    Field root() {
        return Field.root(json).object();
    }

    /**
     * The beginning of what we understood.
     *
     * @param resource its id: one action of the merchant may change several of a kind under one event id
     */
    Telling about(String resource) {
        String hash = Json.hash(topic, body);
        String name = id.map(event -> topic + ":" + resource + ":" + event).orElse(hash);
        return Told.by(shop.sender(), name, hash).of(shop.key()).body(body);
    }
}
