package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Order;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes Shopify's webhooks. */
@RestController
class ShopifyController {

    private static final Map<String, String> TYPES = Map.of(
            "orders/create", "order.created",
            "orders/paid", "order.paid",
            "orders/cancelled", "order.cancelled");

    private final ShopifySettings settings;
    private final ConsentSettings consent;
    private final Intake intake;
    private final Clock clock;

    ShopifyController(ShopifySettings settings, ConsentSettings consent, Intake intake, Clock clock) {
        this.settings = settings;
        this.consent = consent;
        this.intake = intake;
        this.clock = clock;
    }

    /** Answers 2xx only when all is committed; Shopify sends again otherwise, for four hours. */
    @PostMapping(path = "/hooks/shopify", consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording take(@RequestHeader HttpHeaders httpHeaders, @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        ShopifyHeaders headers = ShopifyHeaders.of(httpHeaders);
        if (!ShopifySignature.isValid(settings.secret(), body, headers.signature())) {
            throw unsigned(headers);
        }
        String topic = headers.requiredTopic();
        JsonNode json = Json.read(body);
        String type = TYPES.get(topic);
        // why: a shop may subscribe to more than is used here, and deletes subscriptions that are refused.
        return type == null
                ? new Recording("ignored", "", "topic-not-used")
                : intake.take(List.of(told(headers, topic, type, json, body))).getFirst();
    }

    private Told told(ShopifyHeaders headers, String topic, String type, JsonNode json, byte[] body) {
        Field field = Field.root(json).object();
        Order order = ShopifyOrder.order(field, headers.sender(), topic.equals("orders/paid"));
        String hash = Json.hash(topic.getBytes(StandardCharsets.UTF_8), body);
        Instant occurredAt = field.at("updated_at").instant();
        return Told.by(headers.sender(), headers.id().orElse(hash), hash)
                .body(new String(body, StandardCharsets.UTF_8))
                .order(order)
                .customer(ShopifyOrder.customer(field))
                .facts(ShopifyConsent.said(field, order, consent))
                .as(type, order.id(), Objects.requireNonNullElseGet(occurredAt, clock::instant));
    }

    private Refusal unsigned(ShopifyHeaders headers) {
        String detail = settings.secret() == null
                ? "No Shopify secret is configured here (afterglow.intake.shopify.secret)."
                : headers.signature() == null
                        ? "Header X-Shopify-Hmac-SHA256 is missing."
                        : "The signature in X-Shopify-Hmac-SHA256 does not belong to this body.";
        return new Refusal(HttpStatus.UNAUTHORIZED, "Bad signature", detail);
    }
}
