package dev.afterglow.console;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Possession;
import dev.afterglow.order.Refund;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the goods of an order are, and what money went back, in plain words. */
@Component
class GoodsDesk {

    private static final String SHIPPED = """
            select l.line_id from shipments s left join shipment_lines l on l.shipment_id = s.id
            where s.order_id = ? and not s.cancelled
            """;

    private final Parcels parcels;
    private final Orders orders;
    private final JdbcClient jdbc;

    GoodsDesk(Parcels parcels, Orders orders, JdbcClient jdbc) {
        this.parcels = parcels;
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /**
     * All of it.
     *
     * @param lines where each line of the order is, in the order's order
     * @param everything whether all of it was delivered; null while nobody has told of goods at all
     */
    record View(
            List<ParcelTrack> tracks,
            List<Back> refunds,
            List<Outcome> lines,
            @Nullable Outcome everything) {}

    /**
     * Money that went back.
     *
     * @param goods what it was for, such as "1 × Filter papers"
     */
    record Back(Refund refund, List<String> goods) {}

    /** What is known of an order's goods now. */
    View of(Order order) {
        List<Parcel> known = parcels.of(order.id());
        Set<@Nullable String> shipped = new HashSet<>(
                jdbc.sql(SHIPPED).param(order.id()).query(String.class).list());
        List<Refund> refunds = orders.refunds(order.id());
        boolean told = !known.isEmpty() || order.possession() != Possession.NOT_YET;
        return new View(
                known.stream().map(ParcelTrack::of).toList(),
                refunds.stream().map(refund -> back(refund, order)).toList(),
                order.lines().stream()
                        .map(line -> told || !refunds.isEmpty() ? state(line, shipped) : Outcome.NOTHING_YET)
                        .toList(),
                told ? everything(order, known) : null);
    }

    private static Outcome state(OrderLine line, Set<@Nullable String> shipped) {
        if (line.returnedAt() != null) {
            return new Outcome(line.deliveredAt() == null ? "Taken back" : "Went back", Tone.QUIET);
        }
        if (line.deliveredAt() != null) {
            return new Outcome("Delivered", Tone.GOOD);
        }
        if (!line.ships()) {
            return new Outcome("Nothing to carry", Tone.PLAIN);
        }
        // why: a shipment that names no lines holds all of the order.
        return shipped.contains(line.id()) || shipped.contains(null)
                ? new Outcome("On its way", Tone.WAITING)
                : new Outcome("Not shipped yet", Tone.PLAIN);
    }

    private static Outcome everything(Order order, List<Parcel> known) {
        if (order.isDelivered()) {
            return switch (order.possession()) {
                case KEPT -> new Outcome("Yes", Tone.GOOD);
                case NOTHING_KEPT -> new Outcome("Yes, and all of it went back", Tone.QUIET);
                case NOT_YET -> new Outcome("No", Tone.WAITING);
            };
        }
        long arrived = known.stream()
                .filter(parcel -> parcel.status() == ParcelStatus.DELIVERED)
                .count();
        return new Outcome("No: %d of %d parcels".formatted(arrived, known.size()), Tone.WAITING);
    }

    private static Back back(Refund refund, Order order) {
        return new Back(
                refund,
                refund.lines().stream()
                        .map(line -> line.quantity() + " × " + title(order, line.lineId()))
                        .toList());
    }

    private static String title(Order order, String lineId) {
        Optional<OrderLine> known =
                order.lines().stream().filter(line -> lineId.equals(line.id())).findFirst();
        return known.map(OrderLine::title).orElse(lineId);
    }
}
