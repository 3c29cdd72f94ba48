package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.Offering;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What words may speak of, as {@link Vocabulary} lists it. Every name is always there: what is not known counts as false,
 * so that {@code {% if %}} works.
 */
final class Values {

    private static final List<String> LINKS = List.of("view", "preferences", "unsubscribe", "confirm");

    private Values() {}

    static Map<String, Object> of(Audience audience, Shop shop, Map<String, String> links, Tongue tongue) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("customer", customer(audience));
        values.put("order", order(audience.order(), shop, tongue));
        values.put(
                "shop",
                Map.of(
                        "name",
                        text(shop.name()),
                        "url",
                        text(shop.url()),
                        "policies",
                        text(shop.pages().policies())));
        values.put("links", links(links));
        values.put("locale", tongue.tag());
        values.put("language", tongue.language());
        values.put("direction", tongue.isRightToLeft() ? "rtl" : "ltr");
        return values;
    }

    private static Map<String, Object> customer(Audience audience) {
        Customer customer = audience.customer();
        String first = customer == null ? null : customer.firstName();
        String last = customer == null ? null : customer.lastName();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first_name", text(first));
        values.put("last_name", text(last));
        values.put(
                "name",
                text(Stream.of(text(first), text(last))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.joining(" "))));
        values.put("returning", audience.returning());
        return values;
    }

    private static Map<String, Object> order(@Nullable Order known, Shop shop, Tongue tongue) {
        Order order = known == null ? Order.of("", "").build() : known;
        Map<String, Object> values = new LinkedHashMap<>();
        String id = shop.key().bare(order.id());
        String number = order.number() == null ? id : order.number();
        values.put("id", text(id));
        values.put("number", text(number));
        values.put("link", text(shop.pages().ofOrder(id, number).orElse("")));
        values.put("total", money(order.total(), order.currency(), tongue));
        values.put("currency", text(order.currency()));
        values.put("placed_at", moment(order.placedAt(), tongue));
        values.put("paid_at", moment(order.paidAt(), tongue));
        values.put("delivered_at", moment(order.deliveredAt(), tongue));
        values.put("gift", order.gift());
        values.put("ship_to", shipTo(order.shipTo(), tongue));
        values.put(
                "item_count",
                order.lines().stream().mapToInt(OrderLine::quantity).sum());
        values.put("lines", lines(order.lines(), order.currency(), tongue));
        return values;
    }

    private static Object shipTo(@Nullable ShippingAddress address, Tongue tongue) {
        if (address == null) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", text(address.name()));
        values.put("lines", address.lines().stream().map(Values::text).toList());
        values.put("postcode", text(address.postcode()));
        values.put("city", text(address.city()));
        values.put("region", text(address.region()));
        values.put("country", text(address.country() == null ? null : tongue.country(address.country())));
        return values;
    }

    private static List<Map<String, Object>> lines(List<OrderLine> lines, @Nullable String currency, Tongue tongue) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (OrderLine line : lines) {
            BigDecimal price = line.unitPrice();
            BigDecimal total = price == null ? null : price.multiply(BigDecimal.valueOf(line.quantity()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("title", text(line.title()));
            values.put("variant", text(line.variant()));
            values.put("sku", text(line.sku()));
            values.put("quantity", line.quantity());
            values.put("price", money(price, currency, tongue));
            values.put("total", money(total, currency, tongue));
            values.put("kept", line.deliveredAt() != null && line.returnedAt() == null);
            all.add(values);
        }
        return all;
    }

    private static Map<String, Object> links(Map<String, String> given) {
        Map<String, Object> links = new LinkedHashMap<>();
        LINKS.forEach(name -> links.put(name, false));
        given.forEach((name, address) -> links.put(name, text(address)));
        return links;
    }

    /** What another room gives, as words take it. */
    static Map<String, Object> offered(Map<?, ?> given, Tongue tongue) {
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((name, value) -> values.put(String.valueOf(name), offered(value, tongue)));
        return values;
    }

    private static Object offered(@Nullable Object value, Tongue tongue) {
        return switch (value) {
            case null -> false;
            case String text -> text(text);
            case Instant instant -> moment(instant, tongue);
            case LocalDate day -> day.atStartOfDay(tongue.zone());
            case Offering.Money(BigDecimal amount, String currency) -> money(amount, currency, tongue);
            case Map<?, ?> group -> offered(group, tongue);
            case List<?> list ->
                list.stream().map(item -> offered(item, tongue)).toList();
            case Number number -> number;
            case Boolean yes -> yes;
            default -> throw new IllegalArgumentException("words cannot speak of a " + value.getClass());
        };
    }

    // why: in Liquid an empty text counts as true.
    private static Object text(@Nullable String value) {
        String clean = value == null ? "" : CleanText.value(value).strip();
        return clean.isEmpty() ? false : clean;
    }

    private static Object moment(@Nullable Instant instant, Tongue tongue) {
        return instant == null ? false : instant.atZone(tongue.zone());
    }

    private static Object money(@Nullable BigDecimal amount, @Nullable String currency, Tongue tongue) {
        return amount == null || currency == null ? false : tongue.money(amount, currency);
    }
}
