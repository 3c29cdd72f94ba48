package dev.afterglow.intake.shopify;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the order in a Shopify webhook. Prices are texts there, and the e-mail address to write to is the order's own,
 * not the account's. Source: Shopify, "Order" (https://shopify.dev/docs/api/admin-rest/latest/resources/order).
 */
final class ShopifyOrder {

    private ShopifyOrder() {}

    static Order order(Field body, String shop, boolean paid) {
        Instant cancelledAt = body.at("cancelled_at").instant();
        return Order.of(body.at("id").requiredId(), shop)
                .number(number(body))
                .status(status(body, cancelledAt, paid))
                .test(body.at("test").flag())
                .email(email(body))
                .locale(body.at("customer_locale").text(35))
                .total(body.at("total_price").amount(), body.at("currency").currency())
                .ordersBefore(ordersBefore(body.at("customer")))
                .placedAt(body.at("created_at").instant())
                .paidAt(paid ? paidAt(body) : null)
                .cancelledAt(cancelledAt)
                .shipTo(shipTo(body.at("shipping_address")))
                .lines(body.at("line_items").items().stream()
                        .map(ShopifyOrder::line)
                        .toList())
                .build();
    }

    static CustomerFacts customer(Field body) {
        Field account = body.at("customer");
        String accountEmail = account.at("email").text(320);
        return new CustomerFacts(
                account.at("id").id(),
                accountEmail != null ? accountEmail : email(body),
                account.at("phone").text(40),
                account.at("first_name").text(200),
                account.at("last_name").text(200),
                body.at("customer_locale").text(35),
                null);
    }

    private static OrderStatus status(Field body, @Nullable Instant cancelledAt, boolean paid) {
        String financial =
                Objects.requireNonNullElse(body.at("financial_status").text(40), "");
        if (cancelledAt != null) {
            return OrderStatus.CANCELLED;
        }
        if (financial.equals("voided")) {
            return OrderStatus.VOIDED;
        }
        return paid || financial.equals("paid") ? OrderStatus.PAID : OrderStatus.CREATED;
    }

    private static @Nullable Instant paidAt(Field body) {
        Instant updatedAt = body.at("updated_at").instant();
        return updatedAt != null ? updatedAt : body.at("processed_at").instant();
    }

    private static @Nullable String number(Field body) {
        String name = body.at("name").text(100);
        return name != null ? name : body.at("order_number").id();
    }

    private static @Nullable String email(Field body) {
        String email = body.at("email").text(320);
        return email != null ? email : body.at("contact_email").text(320);
    }

    private static @Nullable ShippingAddress shipTo(Field address) {
        if (address.isEmpty()) {
            return null;
        }
        return new ShippingAddress(
                address.at("name").text(200),
                Stream.of("company", "address1", "address2")
                        .flatMap(name -> Stream.ofNullable(address.at(name).text(300)))
                        .toList(),
                address.at("city").text(200),
                address.at("zip").text(40),
                address.at("province_code").text(100),
                address.at("country_code").country());
    }

    private static @Nullable Integer ordersBefore(Field customer) {
        Integer count = customer.at("orders_count").number();
        return count == null ? null : Math.max(0, count - 1);
    }

    private static OrderLine line(Field line) {
        line.object();
        return new OrderLine(
                line.at("id").id(),
                line.at("product_id").id(),
                line.at("sku").text(190),
                Objects.requireNonNullElse(line.at("title").text(500), "?"),
                line.at("variant_title").text(500),
                Objects.requireNonNullElse(line.at("quantity").number(), 1),
                line.at("price").amount());
    }
}
