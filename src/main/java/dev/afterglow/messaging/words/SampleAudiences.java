package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** People nobody is, for looking at words before anybody gets them: the usual, and those words break on. */
public final class SampleAudiences {

    private static final Instant PLACED = Instant.parse("2026-03-05T22:30:00Z");

    /**
     * One of them.
     *
     * @param id for addresses and forms
     * @param label what is special, for a marketer
     */
    public record Sample(String id, String label, Audience audience) {}

    private static final List<Sample> ALL = List.of(
            sample("first-order", "First order", person("Ada", "Lovelace", "en-GB", "Europe/London"), false, beans()),
            sample(
                    "repeat-buyer",
                    "Has bought before",
                    person("Jürgen", "Groß", "de-DE", "Europe/Berlin"),
                    true,
                    beans()),
            sample("one-thing", "One thing, no last name", person("Zoë", null, "fr-FR", "Europe/Paris"), false, one()),
            sample("chinese", "Name in Chinese", person("小明", "王", "zh-Hant-TW", "Asia/Taipei"), true, beans()),
            sample(
                    "arabic",
                    "Written from right to left",
                    person("ليلى", "حداد", "ar-EG", "Africa/Cairo"),
                    false,
                    beans()),
            sample(
                    "emoji",
                    "Emoji in the name",
                    person("👩‍👩‍👧‍👦 Family", "O’Neill & Sons", "en-US", null),
                    true,
                    one()),
            sample(
                    "large-order",
                    "Order with 60 lines",
                    person("Max", "Mustermann", "de-AT", "Europe/Vienna"),
                    true,
                    sixty()),
            new Sample("guest", "Guest: no name, no number", new Audience(null, order(null, null, null, one()), false)),
            new Sample(
                    "no-order", "Customer without an order", new Audience(person(null, null, null, null), null, true)));

    private SampleAudiences() {}

    /** All of them, the usual ones first. */
    public static List<Sample> all() {
        return ALL;
    }

    private static Sample sample(String id, String label, Customer customer, boolean returning, List<OrderLine> lines) {
        Order order = order("#1001", customer, new BigDecimal("1234.50"), lines);
        return new Sample(id, label, new Audience(customer, order, returning));
    }

    private static Customer person(
            @Nullable String first, @Nullable String last, @Nullable String locale, @Nullable String zone) {
        return new Customer("sample", "sample@shop.example", "+4915112345678", first, last, locale, zone);
    }

    private static Order order(
            @Nullable String number, @Nullable Customer customer, @Nullable BigDecimal total, List<OrderLine> lines) {
        return Order.of("sample-order", "shop.example")
                .number(number)
                .customerId(customer == null ? null : customer.id())
                .status(OrderStatus.PAID)
                .email("sample@shop.example")
                .locale(customer == null ? null : customer.locale())
                .total(total, total == null ? null : "EUR")
                .placedAt(PLACED)
                .paidAt(total == null ? null : PLACED)
                .deliveredAt(total == null ? null : PLACED.plus(Duration.ofDays(3)))
                .shipTo(customer == null ? null : address(customer))
                .lines(lines)
                .build();
    }

    private static ShippingAddress address(Customer customer) {
        String name = customer.lastName() == null ? "Sample" : customer.lastName();
        return new ShippingAddress(name, List.of("Sample Street 1", "2nd floor"), "Berlin", "10115", null, "DE");
    }

    private static List<OrderLine> beans() {
        return List.of(
                line(1, "Espresso beans, dark roast", "1 kg", 2, "24.90"),
                line(2, "Milk jug <stainless> & brush", null, 1, "19.00"),
                line(3, "Gift card", "for a friend", 1, "50.00"));
    }

    private static List<OrderLine> one() {
        return List.of(line(1, "Sample box", null, 1, null));
    }

    private static List<OrderLine> sixty() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> line(i, "Tea no. " + i + ", first flush from a very small garden", "100 g", i, "7.25"))
                .toList();
    }

    private static OrderLine line(int i, String title, @Nullable String variant, int quantity, @Nullable String price) {
        BigDecimal unit = price == null ? null : new BigDecimal(price);
        return new OrderLine("line-" + i, "product-" + i, "SKU-" + i, title, variant, quantity, unit)
                .with(PLACED, null);
    }
}
