package dev.afterglow.order;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was sold, line by line, for those who count. */
@Repository
public class Sales {

    private static final String LINES = """
            select o.customer_id, l.product_id, l.sku, l.title, coalesce(o.paid_at, o.placed_at) as sold_at,
              coalesce(p.returned_at, p.by_refunds_at, w.returned_at, w.by_refunds_at) as returned_at
            from orders o
            join order_lines l on l.order_id = o.id
            left join order_possession p on p.order_id = l.order_id and p.line_id = l.line_id
            left join order_possession w on w.order_id = l.order_id and w.line_id = ''
            """;
    // why: of people who were erased, not even the count stays.
    private static final String ALL = LINES + """
            join customers c on c.id = o.customer_id
            where c.shop = ? and o.test = false and o.status = 'paid' and o.erased_at is null and l.quantity > 0
              and coalesce(o.paid_at, o.placed_at) >= ?
            order by o.customer_id desc, coalesce(o.paid_at, o.placed_at) desc, o.id, l.position
            limit ?
            """;
    private static final String OF_CUSTOMER = LINES + """
            where o.customer_id = ? and o.test = false and o.status in ('created', 'paid')
            order by coalesce(o.paid_at, o.placed_at) desc, o.id, l.position
            """;
    private static final String PRODUCTS = """
            select l.sku, max(l.product_id) as product_id
            from orders o
            join customers c on c.id = o.customer_id
            join order_lines l on l.order_id = o.id
            where c.shop = :shop and l.product_id is not null and l.sku %s
            group by l.sku
            """;
    private static final int ROWS_AT_ONCE = 1_000;

    /**
     * A line somebody bought.
     *
     * @param at when it was paid for, or else ordered; null when nobody said
     * @param returned whether all of it went back, or its money did
     */
    public record Sale(
            String customerId,
            @Nullable String productId,
            @Nullable String sku,
            String title,
            @Nullable Instant at,
            boolean returned) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    Sales(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(source);
        this.streaming.setFetchSize(ROWS_AT_ONCE);
    }

    /**
     * Goes through what a shop sold since then, one customer after the other, each customer's newest first. Nothing is
     * held in memory.
     *
     * @param most with more lines than this, the customers we got to know last count
     */
    @Transactional(readOnly = true)
    public void each(ShopKey shop, Instant since, int most, Consumer<Sale> take) {
        streaming.query(
                ALL,
                row -> {
                    take.accept(sale(row));
                },
                shop.name(),
                Instants.param(since),
                most);
    }

    /** All that one customer bought, newest first, whatever became of it; but nothing of cancelled orders. */
    public List<Sale> to(String customerId) {
        return jdbc.sql(OF_CUSTOMER)
                .param(customerId)
                .query((row, number) -> sale(row))
                .list();
    }

    /** The products a shop's stock codes stand for, where orders told of both: an import often knows the stock code alone. */
    public Map<String, String> products(ShopKey shop) {
        return products(jdbc.sql(PRODUCTS.formatted("is not null")).param("shop", shop.name()));
    }

    /** The same for these stock codes. */
    public Map<String, String> products(ShopKey shop, Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : products(jdbc.sql(PRODUCTS.formatted("in (:skus)"))
                        .param("shop", shop.name())
                        .param("skus", skus));
    }

    /** The shop a customer buys from. */
    public ShopKey shopOf(String customerId) {
        return jdbc.sql("select shop from customers where id = ?")
                .param(customerId)
                .query(String.class)
                .optional()
                .map(ShopKey::new)
                .orElse(ShopKey.MAIN);
    }

    private static Map<String, String> products(JdbcClient.StatementSpec statement) {
        Map<String, String> products = new HashMap<>();
        statement.query(row -> {
            products.put(row.getString("sku"), row.getString("product_id"));
        });
        return products;
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                Objects.requireNonNull(row.getString("customer_id")),
                row.getString("product_id"),
                row.getString("sku"),
                row.getString("title"),
                Instants.optional(row, "sold_at"),
                Instants.optional(row, "returned_at") != null);
    }
}
