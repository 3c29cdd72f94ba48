package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people bought, product by product. */
@Repository
public class Purchases {

    private static final String BEFORE = """
            select l.order_id, l.line_id, l.unit_price, l.quantity - coalesce((
                select sum(b.quantity) from refunds r join refund_lines b on b.refund_id = r.id
                where r.order_id = l.order_id and b.line_id = l.line_id), 0) as quantity
            from orders o
            join order_lines l on l.order_id = o.id
            where o.customer_id = ? and l.sku = ? and l.line_id is not null and o.placed_at <= ? and o.test = false
              and o.status = 'paid'
            order by o.placed_at desc, o.id desc, l.position
            """;

    /**
     * A line of an order that was paid.
     *
     * @param quantity how many of it were bought and not refunded
     * @param unitPrice in the order's currency
     */
    public record Purchase(
            String orderId,
            String lineId,
            int quantity,
            @Nullable BigDecimal unitPrice) {}

    private final JdbcClient jdbc;

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this customer had bought of a product until then, the latest first. */
    public List<Purchase> before(String customerId, String sku, Instant until) {
        return jdbc.sql(BEFORE)
                .params(customerId, sku, Instants.param(until))
                .query((row, number) -> new Purchase(
                        row.getString("order_id"),
                        row.getString("line_id"),
                        row.getInt("quantity"),
                        row.getBigDecimal("unit_price")))
                .list();
    }
}
