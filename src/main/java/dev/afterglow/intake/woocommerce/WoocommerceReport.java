package dev.afterglow.intake.woocommerce;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Steps;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a WooCommerce shop tells, whoever brought it: a webhook, or we asked. It only ever shows an order as it is now, so
 * the steps it has taken are found by comparing.
 *
 * @param sender the account's name among senders
 * @param known the order as we know it, by our id
 * @param now for what the shop gives no time of
 */
record WoocommerceReport(String sender, ShopKey shop, Function<String, Optional<Order>> known, Instant now) {

    private static final Set<String> ORDERS = Set.of("order.created", "order.updated", "order.restored");
    private static final Set<String> CUSTOMERS = Set.of("customer.created", "customer.updated");

    /**
     * What is told with a topic; nothing when the topic is not used here.
     *
     * @param delivery the shop's own id of this delivery; empty when it gave none
     */
    List<Told> of(String topic, Field json, String delivery, String body) {
        String hash = Json.hash(topic, body);
        Telling telling = Told.by(sender, delivery.isBlank() ? hash : delivery.strip(), hash)
                .of(shop)
                .body(body);
        if (ORDERS.contains(topic)) {
            return order(json, telling);
        }
        if (topic.equals("order.deleted")) {
            return List.of(gone(json, telling));
        }
        return CUSTOMERS.contains(topic) ? List.of(customer(json, telling)) : List.of();
    }

    /** What follows from an order as the shop has it now; nothing from one that is still being filled in. */
    List<Told> order(Field json, Telling telling) {
        if (WoocommerceOrder.isDraft(json)) {
            return List.of();
        }
        Order order = WoocommerceOrder.order(json, sender);
        Instant at = Objects.requireNonNullElse(WoocommerceOrder.modifiedAt(json), now);
        Told update = telling.order(order)
                .customer(WoocommerceOrder.customer(json))
                .facts(WoocommerceFacts.of(json, at))
                .as("order.updated", order.id(), at);
        return Steps.of(update, known.apply(shop.own(order.id())));
    }

    // why: only the id is told of what was thrown away, and nothing more shall be said about it.
    private Told gone(Field json, Telling telling) {
        Order order = Order.of(json.at("id").requiredId(), sender)
                .status(OrderStatus.VOIDED)
                .build();
        return telling.order(order).as("order.updated", order.id(), now);
    }

    private Told customer(Field json, Telling telling) {
        CustomerFacts person = WoocommerceOrder.account(json);
        Instant at = Objects.requireNonNullElse(WoocommerceOrder.modifiedAt(json), now);
        return telling.customer(person).as("customer.updated", json.at("id").requiredId(), at);
    }
}
