package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Told;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of Shopify's resources, whichever way it came here.
 *
 * @param topic what a webhook about it would be called, such as {@code orders/updated}
 * @param body as it was sent
 * @param id what Shopify calls the event; empty when it was read, not sent
 * @param at when Shopify says it happened, for resources that do not say it themselves; else when we got it
 * @param silence why no journey shall hear of it, if that is known beforehand
 */
record ShopifyReport(
        ShopifyShop shop,
        String topic,
        JsonNode json,
        String body,
        Optional<String> id,
        Instant at,
        @Nullable String silence) {

    ShopifyReport(ShopifyShop shop, String topic, JsonNode json, String body, Optional<String> id, Instant at) {
        this(shop, topic, json, body, id, at, null);
    }

    Field root() {
        return Field.root(json).object();
    }

    /**
     * The beginning of what we understood.
     *
     * @param resource its id: one action of the merchant may change several of a kind under one event id
     */
    Telling about(String resource) {
        String name = id.map(event -> topic + ":" + resource + ":" + event).orElseGet(this::hash);
        Telling telling = Told.by(shop.sender(), name, hash()).of(shop.key()).body(body);
        return silence == null ? telling : telling.silent(silence);
    }

    /** Of what was sent, whatever it was called. */
    String hash() {
        return Json.hash(topic, body);
    }

    /** The same, of which no journey shall hear for this reason. */
    ShopifyReport silent(String reason) {
        return new ShopifyReport(shop, topic, json, body, id, at, reason);
    }
}
