package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Works out from parcels and refunds what the customer has: a line had arrived when as many of it as are left of it
 * were in shipments of which every parcel arrived, and had gone back when the money for all of it had.
 */
final class Settling {

    private static final String ANYTHING = """
            select (select count(*) from shipments where order_id = ?) + (select count(*) from refunds where order_id = ?)
            """;
    private static final String PIECES = """
            select s.id, l.line_id, l.quantity, p.arrived, p.parcels, p.missing
            from shipments s left join shipment_lines l on l.shipment_id = s.id
            join (select shipment_id, max(delivered_at) as arrived, count(*) as parcels,
                    sum(case when delivered_at is null then 1 else 0 end) as missing
                  from parcels where order_id = ? and gone = false group by shipment_id) p on p.shipment_id = s.id
            where s.order_id = ? and s.cancelled = false order by p.arrived, s.id
            """;
    private static final String MONEY = """
            select r.at, l.line_id, l.quantity from refunds r join refund_lines l on l.refund_id = r.id
            where r.order_id = ? order by r.at, r.id, l.position
            """;
    private static final String ROOM =
            "insert into order_possession (order_id, line_id) values (?, ?) on conflict do nothing";
    private static final String KEEP = """
            update order_possession set by_parcels_at = ?, by_refunds_at = ? where order_id = ? and line_id = ?
            """;
    private static final String REFUNDED = """
            update orders set refunded = (select sum(amount) from refunds where order_id = ?) where id = ?
            """;

    /** So many of a line (null: all of the order), at a time; null when that is still to come. */
    private record Piece(
            @Nullable String lineId, int quantity, @Nullable Instant at) {}

    private final JdbcClient jdbc;

    Settling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works it out anew; false when there was nothing to work out. The order must be held. */
    boolean settle(String orderId) {
        if (jdbc.sql(ANYTHING).params(orderId, orderId).query(Integer.class).single() == 0) {
            return false;
        }
        List<Piece> arrived = pieces(orderId);
        List<Piece> refunded = refunds(orderId);
        Map<String, Integer> lines = lines(orderId);
        if (lines.isEmpty()) {
            keep(orderId, "", arrivedAt(arrived, "", 1), null);
        }
        lines.forEach((line, quantity) -> {
            int left = quantity - refundedOf(refunded, line);
            keep(orderId, line, arrivedAt(arrived, line, Math.max(1, left)), reached(refunded, line, quantity));
        });
        jdbc.sql(REFUNDED).params(orderId, orderId).update();
        return true;
    }

    /** A shipment that names no lines carries all of them. */
    private static @Nullable Instant arrivedAt(List<Piece> arrived, String line, int quantity) {
        List<Piece> wholes =
                arrived.stream().filter(piece -> piece.lineId() == null).toList();
        return wholes.isEmpty()
                ? reached(arrived, line, quantity)
                : wholes.stream().map(Piece::at).allMatch(Objects::nonNull)
                        ? wholes.stream()
                                .map(Piece::at)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null;
    }

    /** When so many of a line had come together. */
    private static @Nullable Instant reached(List<Piece> pieces, String line, int quantity) {
        int sum = 0;
        for (Piece piece : pieces) {
            if (line.equals(piece.lineId()) && piece.at() != null) {
                sum += piece.quantity();
                if (sum >= quantity) {
                    return piece.at();
                }
            }
        }
        return null;
    }

    private static int refundedOf(List<Piece> refunded, String line) {
        return refunded.stream()
                .filter(piece -> line.equals(piece.lineId()))
                .mapToInt(Piece::quantity)
                .sum();
    }

    private List<Piece> pieces(String orderId) {
        return jdbc.sql(PIECES)
                .params(orderId, orderId)
                .query((row, number) -> new Piece(
                        row.getString("line_id"),
                        row.getInt("quantity"),
                        row.getInt("missing") > 0 ? null : Instants.optional(row, "arrived")))
                .list();
    }

    private List<Piece> refunds(String orderId) {
        return jdbc.sql(MONEY)
                .param(orderId)
                .query((row, number) ->
                        new Piece(row.getString("line_id"), row.getInt("quantity"), Instants.required(row, "at")))
                .list();
    }

    /** Quantities by the shop's own ids of the lines. */
    private Map<String, Integer> lines(String orderId) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        jdbc.sql(
                        "select line_id, quantity from order_lines where order_id = ? and line_id is not null order by position")
                .param(orderId)
                .query(row -> {
                    lines.merge(row.getString("line_id"), Math.max(1, row.getInt("quantity")), Integer::sum);
                });
        return lines;
    }

    private void keep(String orderId, String line, @Nullable Instant arrivedAt, @Nullable Instant refundedAt) {
        jdbc.sql(ROOM).params(orderId, line).update();
        jdbc.sql(KEEP)
                .params(Instants.param(arrivedAt), Instants.param(refundedAt), orderId, line)
                .update();
    }
}
