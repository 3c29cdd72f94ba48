package dev.afterglow.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happens to an order in a test. */
record AnOrder(
        String id,
        @Nullable String customer,
        String product,
        @Nullable String happened,
        boolean test,
        boolean gift,
        String total) {

    static AnOrder numbered(String id) {
        return new AnOrder(id, null, "Espresso machine", null, false, false, "199.00");
    }

    AnOrder by(String name) {
        return new AnOrder(id, name, product, happened, test, gift, total);
    }

    AnOrder of(String title) {
        return new AnOrder(id, customer, title, happened, test, gift, total);
    }

    AnOrder thatIsATest() {
        return new AnOrder(id, customer, product, happened, true, gift, total);
    }

    AnOrder thatIsAGift() {
        return new AnOrder(id, customer, product, happened, test, true, total);
    }

    AnOrder over(String amount) {
        return new AnOrder(id, customer, product, happened, test, gift, amount);
    }

    AnOrder isPaid() {
        return new AnOrder(id, customer, product, "order.paid", test, gift, total);
    }

    AnOrder isCreated() {
        return new AnOrder(id, customer, product, "order.created", test, gift, total);
    }

    AnOrder isCancelled() {
        return new AnOrder(id, customer, product, "order.cancelled", test, gift, total);
    }

    Map<String, Object> toEvent(String salt, Map<String, ACustomer> customers) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "order",
                Map.of(
                        "number",
                        "#" + id,
                        "currency",
                        "EUR",
                        "total",
                        total,
                        "test",
                        test,
                        "gift",
                        gift,
                        "lines",
                        List.of(Map.of("title", product, "quantity", 1, "price", "199.00"))));
        if (customer != null) {
            data.put("customer", Objects.requireNonNull(customers.get(customer)).facts(salt));
        }
        return AnEvent.told(Objects.requireNonNull(happened), salt + "-" + id, data);
    }
}
