package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Incident;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.Refund;
import java.time.Instant;
import java.time.LocalDate;
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
        @Nullable String refunded,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt,
        boolean delivered,
        List<Line> lines,
        List<OneParcel> parcels,
        List<OneRefund> refunds,
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
            @Nullable String unitPrice,
            @Nullable Instant deliveredAt,
            @Nullable Instant returnedAt) {}

    record OneParcel(
            String id,
            @Nullable String carrier,
            @Nullable String number,
            @Nullable String url,
            String status,
            Instant since,
            @Nullable Instant deliveredAt,
            @Nullable String incident,
            @Nullable String incidentOf,
            @Nullable LocalDate promised,
            @Nullable LocalDate expected) {}

    record OneRefund(String id, Instant at, @Nullable String amount) {}

    record OneRun(
            String journey,
            int version,
            String state,
            Instant enteredAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    static OrderAnswer of(
            Order order, @Nullable Customer customer, List<Parcel> parcels, List<Refund> refunds, List<Run> runs) {
        return new OrderAnswer(
                order.id(),
                order.number(),
                order.shop(),
                order.status().word(),
                order.test(),
                customer == null ? null : buyer(customer),
                order.currency(),
                Money.exact(order.total(), order.currency()),
                Money.exact(order.refunded(), order.currency()),
                order.placedAt(),
                order.paidAt(),
                order.cancelledAt(),
                order.isDelivered(),
                order.lines().stream().map(line -> line(line, order.currency())).toList(),
                parcels.stream().map(OrderAnswer::parcel).toList(),
                refunds.stream()
                        .map(refund ->
                                new OneRefund(refund.id(), refund.at(), Money.exact(refund.amount(), order.currency())))
                        .toList(),
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
                Money.exact(line.unitPrice(), currency),
                line.deliveredAt(),
                line.returnedAt());
    }

    private static OneParcel parcel(Parcel parcel) {
        Incident incident = parcel.incident();
        return new OneParcel(
                parcel.id(),
                parcel.carrier(),
                parcel.number(),
                parcel.url(),
                parcel.status().word(),
                parcel.since(),
                parcel.deliveredAt(),
                incident == null ? null : incident.reason(),
                incident == null ? null : incident.owner().word(),
                parcel.promised(),
                parcel.expected());
    }

    private static OneRun run(Run run) {
        return new OneRun(
                run.journey(), run.version(), run.state().word(), run.enteredAt(), run.endedAt(), run.reason());
    }
}
