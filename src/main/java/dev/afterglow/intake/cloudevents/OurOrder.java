package dev.afterglow.intake.cloudevents;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the order in an event of our own vocabulary: {@code data.order} and {@code data.customer}, all but the id optional. */
final class OurOrder {

    private OurOrder() {}

    static Order order(CloudEvent event, OrderStatus told) {
        Field order = event.data().at("order");
        String id = order.at("id").id();
        if (id != null && !id.equals(event.subject())) {
            throw order.at("id").refuse("must be the same as the event's subject");
        }
        Instant cancelledAt = order.at("cancelledAt").instant();
        return Order.of(event.subject(), shop(event))
                .number(order.at("number").text(100))
                .status(status(order, told))
                .test(order.at("test").flag())
                .email(email(event))
                .locale(order.at("locale").text(35))
                .total(order.at("total").amount(), order.at("currency").currency())
                .ordersBefore(order.at("ordersBefore").number())
                .placedAt(order.at("placedAt").instant())
                .paidAt(told == OrderStatus.PAID ? time(order.at("paidAt"), event) : null)
                .cancelledAt(told == OrderStatus.CANCELLED && cancelledAt == null ? event.time() : cancelledAt)
                .shipTo(shipTo(order.at("shipTo")))
                .gift(order.at("gift").flag())
                .lines(order.at("lines").items().stream().map(OurOrder::line).toList())
                .build();
    }

    static CustomerFacts customer(CloudEvent event) {
        Field customer = event.data().at("customer");
        String email = customer.at("email").text(320);
        return new CustomerFacts(
                customer.at("id").id(),
                email != null ? email : event.data().at("order").at("email").text(320),
                customer.at("phone").text(40),
                customer.at("firstName").text(200),
                customer.at("lastName").text(200),
                customer.at("locale").text(35),
                zone(customer.at("timeZone")));
    }

    private static @Nullable ShippingAddress shipTo(Field address) {
        if (address.isEmpty()) {
            return null;
        }
        return new ShippingAddress(
                address.object().at("name").text(200),
                address.at("lines").items().stream()
                        .flatMap(line -> Stream.ofNullable(line.text(200)))
                        .limit(4)
                        .toList(),
                address.at("city").text(200),
                address.at("postcode").text(40),
                address.at("region").text(100),
                address.at("country").country());
    }

    private static String shop(CloudEvent event) {
        String shop = event.data().at("shop").text(255);
        return shop != null ? shop : event.source();
    }

    private static OrderStatus status(Field order, OrderStatus told) {
        if (!order.at("cancelledAt").isEmpty()) {
            return OrderStatus.CANCELLED;
        }
        return order.at("voided").flag() ? OrderStatus.VOIDED : told;
    }

    private static @Nullable String email(CloudEvent event) {
        String email = event.data().at("order").at("email").text(320);
        return email != null ? email : event.data().at("customer").at("email").text(320);
    }

    private static @Nullable Instant time(Field field, CloudEvent event) {
        Instant time = field.instant();
        return time != null ? time : event.time();
    }

    private static @Nullable String zone(Field field) {
        String zone = field.text(64);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw field.refuse("must be a time zone such as Europe/Berlin");
        }
    }

    private static OrderLine line(Field line) {
        line.object();
        String title = line.at("title").text(500);
        if (title == null) {
            throw line.at("title").refuse("is missing");
        }
        return new OrderLine(
                line.at("id").id(),
                line.at("productId").id(),
                line.at("sku").text(190),
                title,
                line.at("variant").text(500),
                Objects.requireNonNullElse(line.at("quantity").number(), 1),
                line.at("price").amount());
    }
}
