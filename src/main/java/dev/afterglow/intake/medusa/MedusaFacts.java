package dev.afterglow.intake.medusa;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what an order of Medusa's tells beside itself: shipments, deliveries, refunds and what came back. */
final class MedusaFacts {

    private MedusaFacts() {}

    /**
     * All of them.
     *
     * @param at when the order was so, for what has no time of its own
     */
    static List<Fact> of(Field body, Instant at) {
        String orderId = body.at("id").requiredId();
        List<Fact> facts = new ArrayList<>();
        body.at("fulfillments").items().forEach(fulfillment -> facts.addAll(shipped(fulfillment, orderId)));
        MedusaOrder.payments(body)
                .flatMap(payment -> payment.at("refunds").items().stream())
                .forEach(refund -> facts.add(refunded(refund, orderId, at)));
        List<String> returned = body.at("items").items().stream()
                .filter(MedusaFacts::cameBack)
                .flatMap(line -> Stream.ofNullable(line.at("id").id()))
                .toList();
        if (!returned.isEmpty()) {
            facts.add(new Fact.Returned(returned));
        }
        return facts;
    }

    // why: a fulfillment that was only packed has not left.
    private static List<Fact> shipped(Field fulfillment, String orderId) {
        Instant shippedAt = fulfillment.at("shipped_at").instant();
        if (shippedAt == null) {
            return List.of();
        }
        String id = fulfillment.at("id").requiredId();
        Instant updatedAt = fulfillment.at("updated_at").instant();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Shipped(new Shipment(
                id,
                orderId,
                Objects.requireNonNullElse(updatedAt, shippedAt),
                !fulfillment.at("canceled_at").isEmpty(),
                fulfillment.at("items").items().stream()
                        .filter(item -> !item.at("line_item_id").isEmpty())
                        .map(item ->
                                new Shipment.Line(item.at("line_item_id").requiredId(), MedusaOrder.quantity(item)))
                        .toList(),
                fulfillment.at("labels").items().stream()
                        .map(label -> new Shipment.Label(
                                null,
                                label.at("tracking_number").text(100),
                                label.at("tracking_url").text(1000)))
                        .toList())));
        Instant deliveredAt = fulfillment.at("delivered_at").instant();
        if (deliveredAt != null) {
            facts.add(new Fact.Scanned(
                    new ParcelName.OfShipment(id, orderId), new Scan(ParcelStatus.DELIVERED, deliveredAt)));
        }
        return facts;
    }

    private static Fact refunded(Field refund, String orderId, Instant at) {
        return new Fact.Refunded(new Refund(
                refund.at("id").requiredId(),
                orderId,
                Objects.requireNonNullElse(refund.at("created_at").instant(), at),
                refund.at("amount").amount(),
                refund.at("note").text(300),
                List.of()));
    }

    private static boolean cameBack(Field line) {
        BigDecimal received = line.at("detail").at("return_received_quantity").amount();
        return received != null && received.signum() > 0 && received.intValue() >= MedusaOrder.quantity(line);
    }
}
