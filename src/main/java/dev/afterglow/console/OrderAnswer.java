package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the read API tells it. */
record OrderAnswer(
        String id,
        @Nullable String number,
        String shop,
        String status,
        boolean test,
        @Nullable Buyer customer,
        @Nullable String currency,
        @Nullable String total,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt,
        List<Line> lines,
        List<OneRun> runs) {

    record Buyer(
            String id,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String locale) {}

    record Line(
            @Nullable String id,
            @Nullable String productId,
            @Nullable String sku,
            String title,
            @Nullable String variant,
            int quantity,
            @Nullable String unitPrice) {}

    record OneRun(
            String journey,
            int version,
            String state,
            Instant enteredAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    static OrderAnswer of(Order order, @Nullable Customer customer, List<Run> runs) {
        return new OrderAnswer(
                order.id(),
                order.number(),
                order.shop(),
                order.status().word(),
                order.test(),
                customer == null ? null : buyer(customer),
                order.currency(),
                Money.exact(order.total(), order.currency()),
                order.placedAt(),
                order.paidAt(),
                order.cancelledAt(),
                order.lines().stream().map(line -> line(line, order.currency())).toList(),
                runs.stream().map(OrderAnswer::run).toList());
    }

    private static Buyer buyer(Customer customer) {
        return new Buyer(customer.id(), customer.email(), customer.firstName(), customer.lastName(), customer.locale());
    }

    private static Line line(OrderLine line, @Nullable String currency) {
        return new Line(
                line.id(),
                line.productId(),
                line.sku(),
                line.title(),
                line.variant(),
                line.quantity(),
                Money.exact(line.unitPrice(), currency));
    }

    private static OneRun run(Run run) {
        return new OneRun(
                run.journey(), run.version(), run.state().word(), run.enteredAt(), run.endedAt(), run.reason());
    }
}
