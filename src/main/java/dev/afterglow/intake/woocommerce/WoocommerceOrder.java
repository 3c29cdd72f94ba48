package dev.afterglow.intake.woocommerce;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Reads an order as WooCommerce's REST API and webhooks show it. Source: WooCommerce REST API, "Orders"
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties).
 */
final class WoocommerceOrder {

    private static final Set<String> DRAFTS = Set.of("checkout-draft", "auto-draft", "draft");
    private static final Set<String> PAID = Set.of("processing", "completed", "refunded");

    private WoocommerceOrder() {}

    static Order order(Field body, String sender) {
        OrderStatus status = status(body);
        Instant modifiedAt = modifiedAt(body);
        Instant paidAt = moment(body.at("date_paid_gmt"));
        return Order.of(body.at("id").requiredId(), sender)
                .number(number(body))
                .status(status)
                .email(body.at("billing").at("email").text(320))
                .total(body.at("total").amount(), body.at("currency").currency())
                .placedAt(moment(body.at("date_created_gmt")))
                .paidAt(paidAt == null && status == OrderStatus.PAID ? modifiedAt : paidAt)
                .cancelledAt(status == OrderStatus.CANCELLED ? modifiedAt : null)
                .shipTo(shipTo(body))
                .lines(lines(body))
                .build();
    }

    /** Who bought it; the account is left out for a guest, whose number is 0. */
    static CustomerFacts customer(Field body) {
        return person(body.at("customer_id"), body.at("billing"), body.at("billing"));
    }

    /** The account itself. */
    static CustomerFacts account(Field body) {
        return person(body.at("id"), body, body.at("billing"));
    }

    /** Whether somebody is still at the checkout. */
    static boolean isDraft(Field body) {
        return DRAFTS.contains(word(body));
    }

    /** When the shop last changed it. */
    static @Nullable Instant modifiedAt(Field body) {
        Instant at = moment(body.at("date_modified_gmt"));
        return at != null ? at : moment(body.at("date_created_gmt"));
    }

    private static CustomerFacts person(Field id, Field person, Field address) {
        String account = id.id();
        return new CustomerFacts(
                "0".equals(account) ? null : account,
                person.at("email").text(320),
                address.at("phone").text(40),
                person.at("first_name").text(200),
                person.at("last_name").text(200),
                null,
                null);
    }

    private static String word(Field body) {
        return Objects.requireNonNullElse(body.at("status").text(60), "").replaceFirst("^wc-", "");
    }

    // why: a failed payment may still succeed, so the order only counts as placed; a shop's own words come with the
    // date of the payment.
    private static OrderStatus status(Field body) {
        String word = word(body);
        if (word.equals("cancelled")) {
            return OrderStatus.CANCELLED;
        }
        if (word.equals("trash")) {
            return OrderStatus.VOIDED;
        }
        boolean paid = PAID.contains(word) || !body.at("date_paid_gmt").isEmpty();
        return paid ? OrderStatus.PAID : OrderStatus.CREATED;
    }

    /** Times come without offset, in UTC where the name ends so. */
    private static @Nullable Instant moment(Field field) {
        String text = field.text(40);
        if (text == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw field.refuse("must be a time such as 2026-05-10T09:00:00");
        }
    }

    private static @Nullable String number(Field body) {
        String number = body.at("number").id();
        return number == null ? null : "#" + number;
    }

    private static @Nullable ShippingAddress shipTo(Field body) {
        ShippingAddress shipping = address(body.at("shipping"));
        return shipping != null ? shipping : address(body.at("billing"));
    }

    private static @Nullable ShippingAddress address(Field address) {
        List<String> lines = texts(address, "company", "address_1", "address_2");
        String city = address.at("city").text(200);
        String country = blankless(address.at("country"));
        if (lines.isEmpty() && city == null && country == null) {
            return null;
        }
        String name = String.join(" ", texts(address, "first_name", "last_name"));
        return new ShippingAddress(
                name.isEmpty() ? null : name,
                lines,
                city,
                address.at("postcode").text(40),
                address.at("state").text(100),
                country);
    }

    private static @Nullable String blankless(Field country) {
        return country.text(16) == null ? null : country.country();
    }

    private static List<String> texts(Field place, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(place.at(name).text(300)))
                .toList();
    }

    private static List<OrderLine> lines(Field body) {
        boolean withTax = body.at("prices_include_tax").flag();
        return body.at("line_items").items().stream()
                .map(line -> line(line.object(), withTax))
                .toList();
    }

    private static OrderLine line(Field line, boolean withTax) {
        int quantity = Objects.requireNonNullElse(line.at("quantity").number(), 1);
        String parent = line.at("parent_name").text(500);
        return new OrderLine(
                line.at("id").id(),
                line.at("product_id").id(),
                line.at("sku").text(190),
                HtmlUtils.htmlUnescape(Objects.requireNonNullElse(
                        parent != null ? parent : line.at("name").text(500), "?")),
                variant(line),
                quantity,
                unitPrice(line, quantity, withTax));
    }

    private static @Nullable BigDecimal unitPrice(Field line, int quantity, boolean withTax) {
        BigDecimal all = line.at("subtotal").amount();
        if (all == null || quantity == 0) {
            return line.at("price").amount();
        }
        BigDecimal tax = withTax ? line.at("subtotal_tax").amount() : null;
        BigDecimal each = all.add(tax == null ? BigDecimal.ZERO : tax)
                .divide(BigDecimal.valueOf(quantity), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return each.scale() < 2 ? each.setScale(2) : each;
    }

    private static @Nullable String variant(Field line) {
        String said = line.at("meta_data").items().stream()
                .filter(meta -> !String.valueOf(meta.at("key").text(200)).startsWith("_"))
                .flatMap(meta -> Stream.of(meta.at("display_value"), meta.at("value"))
                        .filter(value -> value.node() != null && value.node().isTextual())
                        .limit(1))
                .flatMap(value -> Stream.ofNullable(value.text(200)))
                .map(HtmlUtils::htmlUnescape)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said.substring(0, Math.min(500, said.length()));
    }
}
