package dev.afterglow.intake.medusa;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order as Medusa 2 shows it in its Admin API, where amounts are in whole units of the currency. Source: Medusa,
 * "Orders" (https://docs.medusajs.com/api/admin#orders).
 */
final class MedusaOrder {

    // why: no event with the order's id says that the money was taken, so an order counts as paid when it is reserved.
    private static final Set<String> PAID =
            Set.of("authorized", "captured", "partially_captured", "refunded", "partially_refunded");

    private MedusaOrder() {}

    static boolean isDraft(Field order) {
        return "draft".equals(order.at("status").text(40));
    }

    static Order order(Field body, String sender) {
        OrderStatus status = status(body);
        String currency = body.at("currency_code").text(10);
        return Order.of(body.at("id").requiredId(), sender)
                .number(
                        body.at("display_id").isEmpty()
                                ? null
                                : "#" + body.at("display_id").id())
                .status(status)
                .email(body.at("email").text(320))
                .locale(body.at("locale").text(35))
                .total(body.at("total").amount(), currency == null ? null : currency.toUpperCase(Locale.ROOT))
                .placedAt(body.at("created_at").instant())
                .paidAt(isPaid(body) ? paidAt(body) : null)
                .cancelledAt(
                        status == OrderStatus.CANCELLED ? body.at("canceled_at").instant() : null)
                .shipTo(shipTo(body.at("shipping_address")))
                .lines(body.at("items").items().stream().map(MedusaOrder::line).toList())
                .build();
    }

    /** Who bought it; a guest has a record in the shop, but no account. */
    static CustomerFacts customer(Field body) {
        Field account = body.at("customer");
        Field address = body.at("shipping_address");
        CustomerFacts known = person(account);
        return new CustomerFacts(
                known.shopId(),
                known.email() != null ? known.email() : body.at("email").text(320),
                known.phone() != null ? known.phone() : address.at("phone").text(40),
                known.firstName() != null
                        ? known.firstName()
                        : address.at("first_name").text(200),
                known.lastName() != null
                        ? known.lastName()
                        : address.at("last_name").text(200),
                body.at("locale").text(35),
                null);
    }

    static CustomerFacts person(Field account) {
        boolean guest = !account.at("has_account").isEmpty()
                && !account.at("has_account").flag();
        return new CustomerFacts(
                guest ? null : account.at("id").id(),
                account.at("email").text(320),
                account.at("phone").text(40),
                account.at("first_name").text(200),
                account.at("last_name").text(200),
                null,
                null);
    }

    static @Nullable Instant updatedAt(Field body) {
        Instant at = body.at("updated_at").instant();
        return at != null ? at : body.at("created_at").instant();
    }

    private static OrderStatus status(Field body) {
        if ("canceled".equals(body.at("status").text(40))
                || !body.at("canceled_at").isEmpty()) {
            return OrderStatus.CANCELLED;
        }
        return isPaid(body) ? OrderStatus.PAID : OrderStatus.CREATED;
    }

    private static boolean isPaid(Field body) {
        return PAID.contains(
                Objects.requireNonNullElse(body.at("payment_status").text(40), ""));
    }

    private static @Nullable Instant paidAt(Field body) {
        Optional<Instant> first = payments(body)
                .flatMap(payment -> Stream.of(payment.at("captured_at"), payment.at("created_at"))
                        .flatMap(at -> Stream.ofNullable(at.instant()))
                        .limit(1))
                .min(Comparator.naturalOrder());
        return first.orElseGet(() -> body.at("created_at").instant());
    }

    /** All payments of the order. */
    static Stream<Field> payments(Field body) {
        return body.at("payment_collections").items().stream()
                .flatMap(collection -> collection.at("payments").items().stream());
    }

    private static @Nullable ShippingAddress shipTo(Field address) {
        if (address.isEmpty()) {
            return null;
        }
        String name = String.join(" ", texts(address.object(), "first_name", "last_name"));
        String country = address.at("country_code").text(10);
        return new ShippingAddress(
                name.isEmpty() ? null : name,
                texts(address, "company", "address_1", "address_2"),
                address.at("city").text(200),
                address.at("postal_code").text(40),
                address.at("province").text(100),
                country == null ? null : address.at("country_code").country());
    }

    private static List<String> texts(Field place, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(place.at(name).text(300)))
                .toList();
    }

    private static OrderLine line(Field line) {
        String product = line.object().at("product_title").text(500);
        return new OrderLine(
                line.at("id").id(),
                line.at("product_id").id(),
                line.at("variant_sku").text(190),
                Objects.requireNonNullElse(
                        product != null ? product : line.at("title").text(500), "?"),
                line.at("variant_title").text(500),
                quantity(line),
                line.at("unit_price").amount());
    }

    /** How many of a line; some versions of Medusa tell it one level below. */
    static int quantity(Field line) {
        BigDecimal here = line.at("quantity").amount();
        BigDecimal quantity =
                here != null ? here : line.at("detail").at("quantity").amount();
        return quantity == null ? 1 : quantity.intValue();
    }
}
