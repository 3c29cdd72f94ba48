package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of orders, and which of them arrived or went back. */
final class OrderLines {

    private static final String FIND = """
            select l.line_id, l.product_id, l.sku, l.title, l.variant, l.quantity, l.unit_price, l.ships,
              coalesce(p.delivered_at, p.by_parcels_at, w.delivered_at) as delivered_at,
              coalesce(p.returned_at, p.by_refunds_at, w.returned_at) as returned_at
            from order_lines l
            left join order_possession p on p.order_id = l.order_id and p.line_id = l.line_id
            left join order_possession w on w.order_id = l.order_id and w.line_id = ''
            where l.order_id = ? order by l.position
            """;
    private static final String INSERT = """
            insert into order_lines (order_id, position, line_id, product_id, sku, title, variant, quantity, unit_price,
              ships)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String POSSESSION =
            "insert into order_possession (order_id, line_id) values (?, ?) on conflict do nothing";

    // why: what is told twice happened the first time, whichever was told first.
    private static final String DELIVERED = """
            update order_possession set delivered_at = ?
            where order_id = ? and line_id = ? and (delivered_at is null or delivered_at > ?)
            """;
    private static final String RETURNED = """
            update order_possession set returned_at = ?
            where order_id = ? and line_id = ? and (returned_at is null or returned_at > ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OrderLines(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<OrderLine> of(String orderId) {
        return jdbc.sql(FIND)
                .param(orderId)
                .query((row, number) -> new OrderLine(
                        row.getString("line_id"),
                        row.getString("product_id"),
                        row.getString("sku"),
                        row.getString("title"),
                        row.getString("variant"),
                        row.getInt("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBoolean("ships"),
                        Instants.optional(row, "delivered_at"),
                        Instants.optional(row, "returned_at")))
                .list();
    }

    /** Whether these are the same goods in the same order, whatever became of them. */
    static boolean sameGoods(List<OrderLine> some, List<OrderLine> others) {
        return goods(some).equals(goods(others));
    }

    private static List<OrderLine> goods(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> line.with(null, null).priced(scaled(line.unitPrice())))
                .toList();
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal price) {
        return price == null ? null : price.stripTrailingZeros();
    }

    /** Keeps these lines in place of those there are. */
    void replace(Order order) {
        jdbc.sql("delete from order_lines where order_id = ?").param(order.id()).update();
        keep(order);
    }

    void keep(Order order) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            rows.add(new @Nullable Object[] {
                order.id(),
                rows.size(),
                line.id(),
                line.productId(),
                line.sku(),
                line.title(),
                line.variant(),
                line.quantity(),
                line.unitPrice(),
                line.ships()
            });
        }
        batches.batchUpdate(INSERT, rows);
    }

    /** These lines arrived; none named: all of them. */
    void delivered(String orderId, List<String> lineIds, Instant at) {
        possession(DELIVERED, orderId, lineIds, at);
    }

    /** These lines went back; none named: all of them. */
    void returned(String orderId, List<String> lineIds, Instant at) {
        possession(RETURNED, orderId, lineIds, at);
    }

    private void possession(String sql, String orderId, List<String> lineIds, Instant at) {
        for (String line : lineIds.isEmpty() ? List.of("") : lineIds) {
            jdbc.sql(POSSESSION).params(orderId, line).update();
            jdbc.sql(sql)
                    .params(Instants.param(at), orderId, line, Instants.param(at))
                    .update();
        }
    }
}
