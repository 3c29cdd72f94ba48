package dev.afterglow.intake.shopify;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order, with the parcels and refunds it names. The e-mail address to write to is the order's own, not the
 * account's. Source: Shopify, "Order" (https://shopify.dev/docs/api/admin-rest/latest/resources/order).
 */
final class ShopifyOrder {

    private static final Set<String> PAID = Set.of("paid", "partially_refunded", "refunded");
    private static final Duration NEW = Duration.ofHours(1);

    private ShopifyOrder() {}

    static Told told(ShopifyReport report, String type, ConsentSettings consent) {
        Field body = report.root();
        Order order = order(body, report.shop().sender(), type);
        Instant at = ShopifyTime.of(report, body, "updated_at");
        List<Fact> parcels = body.at("fulfillments").items().stream()
                .flatMap(one -> ShopifyFulfillment.facts(one, order.id(), at).stream())
                .toList();
        List<Fact> refunds = body.at("refunds").items().stream()
                .<Fact>map(one -> new Fact.Refunded(ShopifyRefund.refund(one, order.id(), at)))
                .toList();
        return report.about(order.id())
                .order(order)
                .customer(customer(body))
                .facts(Stream.of(parcels, refunds, ShopifyConsent.said(body, order, consent))
                        .flatMap(List::stream)
                        .toList())
                .as(type, order.id(), at);
    }

    static Order order(Field body, String sender, String type) {
        OrderStatus status = status(body, type);
        ShopifyMoney total = ShopifyMoney.of(body, "total_price");
        return Order.of(body.at("id").requiredId(), sender)
                .number(number(body))
                .status(status)
                .test(body.at("test").flag())
                .email(email(body))
                .locale(body.at("customer_locale").text(35))
                .total(total.amount(), total.currency() != null ? total.currency() : currency(body))
                .ordersBefore(ordersBefore(body))
                .placedAt(body.at("created_at").instant())
                .paidAt(type.equals("order.paid") ? ShopifyTime.first(body, "updated_at", "processed_at") : null)
                .cancelledAt(
                        status == OrderStatus.CANCELLED ? ShopifyTime.first(body, "cancelled_at", "updated_at") : null)
                .shipTo(shipTo(body.at("shipping_address")))
                .gift(ShopifyGift.isOne(body))
                .lines(ShopifyLines.of(body))
                .build();
    }

    static CustomerFacts customer(Field body) {
        Field account = body.at("customer");
        String accountEmail = account.at("email").text(320);
        String accountPhone = account.at("phone").text(40);
        return new CustomerFacts(
                account.at("id").id(),
                accountEmail != null ? accountEmail : email(body),
                accountPhone != null ? accountPhone : body.at("phone").text(40),
                account.at("first_name").text(200),
                account.at("last_name").text(200),
                body.at("customer_locale").text(35),
                null);
    }

    private static OrderStatus status(Field body, String type) {
        String financial =
                Objects.requireNonNullElse(body.at("financial_status").text(40), "");
        if (type.equals("order.cancelled") || !body.at("cancelled_at").isEmpty()) {
            return OrderStatus.CANCELLED;
        }
        if (financial.equals("voided")) {
            return OrderStatus.VOIDED;
        }
        return type.equals("order.paid") || PAID.contains(financial) ? OrderStatus.PAID : OrderStatus.CREATED;
    }

    private static @Nullable String currency(Field body) {
        return body.at("currency").currency();
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

    // why: the account's count is of today, so it tells what was before an order only while that order is the last.
    private static @Nullable Integer ordersBefore(Field body) {
        Integer count = body.at("customer").at("orders_count").number();
        Instant placed = body.at("created_at").instant();
        Instant updated = body.at("updated_at").instant();
        boolean isLast = placed != null && (updated == null || updated.isBefore(placed.plus(NEW)));
        return count == null || !isLast ? null : Math.max(0, count - 1);
    }
}
