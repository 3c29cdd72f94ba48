package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All orders. */
@Repository
public class Orders {

    private static final String COLUMNS = """
            id, shop, number, customer_id, status, test, email, locale, currency, total, orders_before,
            placed_at, paid_at, cancelled_at
            """;
    private static final String FIND = "select " + COLUMNS + " from orders where id = ?";
    private static final String STATUS_FOR_UPDATE = "select status from orders where id = ? for update";
    private static final String LATEST =
            "select " + COLUMNS + " from orders order by updated_at desc, id limit ? offset ?";
    private static final String MATCHING = "select " + COLUMNS + """
             from orders where id = ? or number = ? or lower(email) = lower(?) order by updated_at desc, id limit ? offset ?
            """;
    private static final String OF_CUSTOMER =
            "select " + COLUMNS + " from orders where customer_id = ? order by placed_at desc, id";
    private static final String INSERT = """
            insert into orders (id, shop, number, customer_id, status, test, email, locale, currency, total,
              orders_before, placed_at, paid_at, cancelled_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String UPDATE = """
            update orders set number = coalesce(?, number), customer_id = coalesce(?, customer_id), status = ?,
              test = (test or ?), email = coalesce(?, email), locale = coalesce(?, locale),
              currency = coalesce(?, currency), total = coalesce(?, total),
              orders_before = coalesce(?, orders_before), placed_at = coalesce(?, placed_at),
              paid_at = coalesce(?, paid_at), cancelled_at = coalesce(?, cancelled_at), updated_at = ?
            where id = ?
            """;
    private static final String LINES = """
            select line_id, product_id, sku, title, variant, quantity, unit_price from order_lines
            where order_id = ? order by position
            """;
    private static final String INSERT_LINE = """
            insert into order_lines (order_id, position, line_id, product_id, sku, title, variant, quantity, unit_price)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String EARLIER = """
            select count(*) from orders where customer_id = ? and id <> ? and test = false
              and status = 'paid' and (placed_at is null or placed_at <= ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Orders(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The order with the shop's own id. */
    public Optional<Order> find(String id) {
        return withoutLines(id).map(this::withLines);
    }

    /** The order with the shop's own id, without its lines. */
    Optional<Order> withoutLines(String id) {
        return jdbc.sql(FIND).param(id).query(this::order).optional();
    }

    /** The orders touched last, newest first, without their lines. */
    public List<Order> latest(int limit, int offset) {
        return jdbc.sql(LATEST).params(limit, offset).query(this::order).list();
    }

    /** The orders with this id, number or e-mail address, newest first, without their lines. */
    public List<Order> matching(String text, int limit, int offset) {
        return jdbc.sql(MATCHING)
                .params(text, text, text, limit, offset)
                .query(this::order)
                .list();
    }

    /** All orders of a customer of ours, newest first, without their lines. */
    public List<Order> of(String customerId) {
        return jdbc.sql(OF_CUSTOMER).param(customerId).query(this::order).list();
    }

    /** Whether the buyer of this order had bought before it, by the shop's count or ours. */
    public boolean isRepeatBuyer(Order order) {
        if (order.ordersBefore() != null && order.ordersBefore() > 0) {
            return true;
        }
        if (order.customerId() == null) {
            return false;
        }
        var placed = Instants.param(order.placedAt() != null ? order.placedAt() : clock.instant());
        return jdbc.sql(EARLIER)
                        .params(order.customerId(), order.id(), placed)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Keeps what a sender told of an order; what it did not tell stays as it was, and the status never goes back.
     * Locks the order until the transaction ends, so that events of one order are stored one after the other.
     *
     * @return the order as it is now known
     */
    @Transactional
    public Order keep(Order told) {
        Optional<OrderStatus> known = lock(told.id());
        if (known.isEmpty() && insert(told)) {
            keepLines(told);
            return told;
        }
        OrderStatus before = known.or(() -> lock(told.id())).orElse(told.status());
        update(told, told.status().orFurther(before));
        if (!told.lines().isEmpty()) {
            jdbc.sql("delete from order_lines where order_id = ?")
                    .param(told.id())
                    .update();
            keepLines(told);
        }
        return find(told.id()).orElseThrow();
    }

    private Optional<OrderStatus> lock(String id) {
        return jdbc.sql(STATUS_FOR_UPDATE)
                .param(id)
                .query(String.class)
                .optional()
                .map(OrderStatus::of);
    }

    private boolean insert(Order order) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(order.id());
        params.add(order.shop());
        params.add(order.number());
        params.add(order.customerId());
        params.add(order.status().word());
        params.add(order.test());
        addFacts(params, order);
        return jdbc.sql(INSERT).params(params).update() == 1;
    }

    private void update(Order order, OrderStatus status) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(order.number());
        params.add(order.customerId());
        params.add(status.word());
        params.add(order.test());
        addFacts(params, order);
        params.add(order.id());
        jdbc.sql(UPDATE).params(params).update();
    }

    private void addFacts(List<@Nullable Object> params, Order order) {
        params.add(order.email());
        params.add(order.locale());
        params.add(order.currency());
        params.add(order.total());
        params.add(order.ordersBefore());
        params.add(Instants.param(order.placedAt()));
        params.add(Instants.param(order.paidAt()));
        params.add(Instants.param(order.cancelledAt()));
        params.add(Instants.param(clock.instant()));
    }

    private void keepLines(Order order) {
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
                line.unitPrice()
            });
        }
        batches.batchUpdate(INSERT_LINE, rows);
    }

    private Order withLines(Order order) {
        List<OrderLine> lines = jdbc.sql(LINES)
                .param(order.id())
                .query((row, number) -> new OrderLine(
                        row.getString("line_id"),
                        row.getString("product_id"),
                        row.getString("sku"),
                        row.getString("title"),
                        row.getString("variant"),
                        row.getInt("quantity"),
                        row.getBigDecimal("unit_price")))
                .list();
        return order.with(lines);
    }

    private Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getString("id"),
                row.getString("shop"),
                row.getString("number"),
                row.getString("customer_id"),
                OrderStatus.of(row.getString("status")),
                row.getBoolean("test"),
                row.getString("email"),
                row.getString("locale"),
                row.getString("currency"),
                row.getBigDecimal("total"),
                row.getObject("orders_before", Integer.class),
                Instants.optional(row, "placed_at"),
                Instants.optional(row, "paid_at"),
                Instants.optional(row, "cancelled_at"),
                List.of());
    }
}
