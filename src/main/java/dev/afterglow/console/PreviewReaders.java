package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.Previews;
import dev.afterglow.messaging.Reader;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may read a preview: samples, and anybody who is found. */
@Component
class PreviewReaders {

    private static final int MOST = 8;

    private final OrderList orderList;
    private final Orders orders;
    private final Customers customers;
    private final Previews previews;

    PreviewReaders(OrderList orderList, Orders orders, Customers customers, Previews previews) {
        this.orderList = orderList;
        this.orders = orders;
        this.customers = customers;
        this.previews = previews;
    }

    /** Somebody who was found: either an order or a customer. */
    record Found(@Nullable String order, @Nullable String customer, String label) {}

    /** Orders as the search on the first page finds them, then customers with that address. */
    List<Found> search(String text) {
        List<Found> found = new ArrayList<>();
        if (text.isEmpty()) {
            return found;
        }
        orderList.page(text, 1).rows().stream()
                .limit(MOST)
                .map(row -> new Found(row.id(), null, "Order " + row.title() + by(row.customer())))
                .forEach(found::add);
        customers.at("email", text).stream()
                .flatMap(id -> customers.find(id).stream())
                .limit(MOST)
                .map(customer -> new Found(null, customer.id(), name(customer) + ", without an order"))
                .forEach(found::add);
        return found;
    }

    /** The reader in a few words. */
    String name(Reader reader) {
        return switch (reader.kind()) {
            case SAMPLE ->
                previews.samples().stream()
                        .filter(sample -> sample.id().equals(reader.id()))
                        .findFirst()
                        .orElseThrow(() -> new NotKnown("No such sample."))
                        .label();
            case ORDER -> name(orders.find(reader.id()).orElseThrow(() -> new NotKnown("No such order.")));
            case CUSTOMER -> name(customers.find(reader.id()).orElseThrow(() -> new NotKnown("No such customer.")));
        };
    }

    private String name(Order order) {
        String id = order.customerId();
        String buyer =
                id == null ? "" : customers.find(id).map(PreviewReaders::name).orElse("");
        return "order " + (order.number() == null ? order.id() : order.number()) + by(buyer);
    }

    private static String name(Customer customer) {
        String name = PlainWords.name(customer.firstName(), customer.lastName(), customer.email());
        return name.isEmpty() ? "a customer without a name" : name;
    }

    private static String by(String name) {
        return name.isEmpty() ? "" : " · " + name;
    }
}
