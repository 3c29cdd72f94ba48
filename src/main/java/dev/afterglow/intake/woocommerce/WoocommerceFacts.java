package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Shipment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an order tells beside itself: refunds, and the shipments that tracking plugins keep in its metadata.
 * WooCommerce itself knows no shipments; the extensions "Shipment Tracking" and "Advanced Shipment Tracking" share one
 * place and shape (https://woocommerce.com/document/shipment-tracking/).
 */
final class WoocommerceFacts {

    private static final String TRACKING = "_wc_shipment_tracking_items";

    private WoocommerceFacts() {}

    /**
     * All of them.
     *
     * @param at when the order was so, for what has no time of its own
     */
    static List<Fact> of(Field body, Instant at) {
        String orderId = body.at("id").requiredId();
        List<Fact> facts = new ArrayList<>();
        for (Field refund : body.at("refunds").items()) {
            facts.add(new Fact.Refunded(refund(refund, orderId, at)));
        }
        body.at("meta_data").items().stream()
                .filter(meta -> TRACKING.equals(meta.at("key").text(200)))
                .flatMap(meta -> items(meta.at("value")))
                .flatMap(item -> Stream.ofNullable(shipment(item, orderId, at)))
                .forEach(shipment -> facts.add(new Fact.Shipped(shipment)));
        return facts;
    }

    private static Refund refund(Field refund, String orderId, Instant at) {
        BigDecimal total = refund.at("total").amount();
        return new Refund(
                refund.at("id").requiredId(),
                orderId,
                at,
                total == null ? null : total.abs(),
                refund.at("reason").text(200),
                List.of());
    }

    // why: PHP writes a list with a gap as an object, and an empty one as a text.
    private static Stream<Field> items(Field value) {
        if (value.node() != null && value.node().isObject()) {
            List<Field> items = new ArrayList<>();
            value.node().fieldNames().forEachRemaining(name -> items.add(value.at(name)));
            return items.stream();
        }
        return value.node() != null && value.node().isArray() ? value.items().stream() : Stream.empty();
    }

    private static @Nullable Shipment shipment(Field item, String orderId, Instant at) {
        String number = text(item.at("tracking_number"), 100);
        String id = text(item.at("tracking_id"), 100);
        if (number == null && id == null) {
            return null;
        }
        String carrier = text(item.at("custom_tracking_provider"), 100);
        return new Shipment(
                orderId + "-"
                        + (id != null ? id : Json.hash(String.valueOf(number)).substring(0, 32)),
                orderId,
                Objects.requireNonNullElse(shippedAt(item.at("date_shipped")), at),
                false,
                lines(item.at("products_list")),
                List.of(new Shipment.Label(
                        carrier != null ? carrier : text(item.at("tracking_provider"), 100),
                        number,
                        text(item.at("custom_tracking_link"), 1000))));
    }

    private static List<Shipment.Line> lines(Field products) {
        return items(products)
                .filter(product -> !product.at("item_id").isEmpty())
                .map(product -> new Shipment.Line(product.at("item_id").requiredId(), quantity(product.at("qty"))))
                .toList();
    }

    private static int quantity(Field field) {
        BigDecimal quantity = field.amount();
        return quantity == null || quantity.signum() <= 0 ? 1 : quantity.intValue();
    }

    /** Seconds since 1970, as number or text. */
    private static @Nullable Instant shippedAt(Field field) {
        BigDecimal seconds = text(field, 40) == null ? null : field.amount();
        try {
            return seconds == null || seconds.signum() <= 0 ? null : Instant.ofEpochSecond(seconds.longValue());
        } catch (DateTimeException e) {
            throw field.refuse("must be a time in seconds since 1970");
        }
    }

    // why: plugins write numbers and texts as they come.
    private static @Nullable String text(Field field, int longest) {
        if (field.node() == null || field.node().isContainerNode()) {
            return null;
        }
        String text = field.node().asText().strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(longest, text.length()));
    }
}
