package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that went back, and the goods it was for. */
final class Refunds {

    private static final String INSERT = """
            insert into refunds (id, order_id, at, amount, reason, announced) values (?, ?, ?, ?, ?, false)
            on conflict do nothing
            """;
    private static final String INSERT_LINE =
            "insert into refund_lines (refund_id, position, line_id, quantity, amount) values (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Refunds(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** False when this refund was known already. */
    boolean keep(Refund told) {
        boolean isNew = jdbc.sql(INSERT)
                        .params(told.id(), told.orderId(), Instants.param(told.at()), told.amount(), told.reason())
                        .update()
                == 1;
        if (isNew) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Refund.Line line : told.lines()) {
                rows.add(
                        new @Nullable Object[] {told.id(), rows.size(), line.lineId(), line.quantity(), line.amount()});
            }
            batches.batchUpdate(INSERT_LINE, rows);
        }
        return isNew;
    }

    void announce(String id) {
        jdbc.sql("update refunds set announced = true where id = ?").param(id).update();
    }

    List<Refund> of(String orderId) {
        return select("", orderId);
    }

    List<Refund> unannounced(String orderId) {
        return select(" and announced = false", orderId);
    }

    private List<Refund> select(String which, String orderId) {
        return jdbc.sql("select id, order_id, at, amount, reason from refunds where order_id = ?" + which
                        + " order by at, id")
                .param(orderId)
                .query((row, number) -> new Refund(
                        row.getString("id"),
                        row.getString("order_id"),
                        Instants.required(row, "at"),
                        row.getBigDecimal("amount"),
                        row.getString("reason"),
                        lines(row.getString("id"))))
                .list();
    }

    private List<Refund.Line> lines(String refundId) {
        return jdbc.sql("select line_id, quantity, amount from refund_lines where refund_id = ? order by position")
                .param(refundId)
                .query((row, number) ->
                        new Refund.Line(row.getString("line_id"), row.getInt("quantity"), row.getBigDecimal("amount")))
                .list();
    }
}
