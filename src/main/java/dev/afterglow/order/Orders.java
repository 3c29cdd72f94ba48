package dev.afterglow.order;

import dev.afterglow.sql.FieldStamps;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All orders. */
@Repository
public class Orders {

    private static final String FIND = OrderRows.SELECT + " where o.id = ? and o.awaited = false";
    private static final String LATEST =
            OrderRows.SELECT + " where o.awaited = false order by o.updated_at desc, o.id limit ? offset ?";
    private static final String MATCHING = OrderRows.SELECT + """
             where o.id = ? or o.number = ? or lower(o.email) = lower(?) order by o.updated_at desc, o.id
            limit ? offset ?
            """;
    private static final String OF_CUSTOMER =
            OrderRows.SELECT + " where o.customer_id = ? order by o.placed_at desc, o.id";
    private static final String GOODS = """
            select (select count(*) from shipments where order_id = ?) + (select count(*) from refunds where order_id = ?)
              + (select count(*) from promises where name = ?) + (select count(*) from order_possession where order_id = ?)
            """;
    private static final String HOLD_OF =
            "select id from orders where customer_id in (:customers) order by id for update";
    private static final String MARK_ERASED =
            "update orders set erased_at = :now where customer_id in (:customers) and erased_at is null";
    private static final String EARLIER = """
            select count(*) from orders where customer_id = ? and id <> ? and test = false
              and status = 'paid' and (placed_at is null or placed_at <= ?)
            """;
    private static final String PURCHASES =
            "select count(*) from orders where customer_id = ? and test = false and status = 'paid'";
    private static final String LAST_PURCHASE = """
            select max(coalesce(paid_at, placed_at)) as at from orders
            where customer_id = ? and test = false and status = 'paid'
            """;

    private final JdbcClient jdbc;
    private final OrderLines lines;
    private final Refunds refunds;
    private final Settling settling;
    private final KeepingOrders keeping;
    private final Clock clock;

    Orders(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.lines = new OrderLines(jdbc, batches);
        this.refunds = new Refunds(jdbc, batches);
        this.settling = new Settling(jdbc);
        this.keeping = new KeepingOrders(jdbc, lines, settling, clock);
        this.clock = clock;
    }

    /** The order with the shop's own id. */
    public Optional<Order> find(String id) {
        return withoutLines(id)
                .map(order -> order.but().lines(lines.of(order.id())).build());
    }

    /** The order with the shop's own id, without its lines. */
    Optional<Order> withoutLines(String id) {
        return jdbc.sql(FIND).param(id).query(OrderRows::order).optional();
    }

    /** The orders touched last, newest first, without their lines. */
    public List<Order> latest(int limit, int offset) {
        return jdbc.sql(LATEST).params(limit, offset).query(OrderRows::order).list();
    }

    /** The orders with this id, number or e-mail address, newest first, without their lines. */
    public List<Order> matching(String text, int limit, int offset) {
        return jdbc.sql(MATCHING)
                .params(text, text, text, limit, offset)
                .query(OrderRows::order)
                .list();
    }

    /** All orders of a customer of ours, newest first, without their lines. */
    public List<Order> of(String customerId) {
        return jdbc.sql(OF_CUSTOMER).param(customerId).query(OrderRows::order).list();
    }

    /**
     * Whether the person who placed this order was erased: then only what the books need may be kept of it. Holds the
     * order until the transaction ends.
     */
    public boolean isErased(String id) {
        return keeping.isThere(id)
                && jdbc.sql("select erased_at from orders where id = ? for update")
                        .param(id)
                        .query((row, number) -> row.getTimestamp("erased_at") != null)
                        .optional()
                        .orElse(false);
    }

    /** Holds all orders of these customers until the transaction ends, and tells their ids. */
    public List<String> hold(Collection<String> customers) {
        return jdbc.sql(HOLD_OF)
                .param("customers", customers)
                .query(String.class)
                .list();
    }

    /** From now on nothing personal is kept of any order these customers have placed. */
    @Transactional
    public int markErased(Collection<String> customers) {
        return jdbc.sql(MARK_ERASED)
                .param("now", Instants.param(clock.instant()))
                .param("customers", customers)
                .update();
    }

    /** Whether the buyer of this order had bought before it, by the shop's count or ours. */
    public boolean isRepeatBuyer(Order order) {
        return (order.ordersBefore() != null && order.ordersBefore() > 0) || earlierOf(order) > 0;
    }

    /** How many orders its buyer has placed with this one, by the shop's count or ours, whichever is more. */
    int countWith(Order order) {
        return 1 + Math.max(order.ordersBefore() == null ? 0 : order.ordersBefore(), earlierOf(order));
    }

    private int earlierOf(Order order) {
        if (order.customerId() == null) {
            return 0;
        }
        var placed = Instants.param(order.placedAt() != null ? order.placedAt() : clock.instant());
        return jdbc.sql(EARLIER)
                .params(order.customerId(), order.id(), placed)
                .query(Integer.class)
                .single();
    }

    /** Whether this customer bought more than once, by our count. */
    boolean boughtMoreThanOnce(String customerId) {
        return purchases(customerId) > 1;
    }

    /** How often this customer bought, by our count. */
    public int purchases(String customerId) {
        return jdbc.sql(PURCHASES).param(customerId).query(Integer.class).single();
    }

    /** Keeps what a sender tells of an order now. */
    @Transactional
    public Order keep(Order told) {
        return keep(told, clock.instant(), "");
    }

    /**
     * Keeps what a sender told of an order. Of each fact the one told latest by the report's own time stays, whatever
     * arrived last; what is not told stays as it was, and the status never goes back. Holds the order until the
     * transaction ends, so that events of one order are stored one after the other.
     *
     * @param at when it was so
     * @param tie tells two reports of the same moment apart, such as a hash of what was told
     * @return the order as it is now known
     */
    @Transactional
    public Order keep(Order told, Instant at, String tie) {
        return keeping.keep(told, FieldStamps.stamp(at, tie));
    }

    /** Keeps what the books need of an order whose buyer was erased, and nothing else from now on. */
    @Transactional
    public Order keepWithoutPerson(Order told, Instant at, String tie) {
        Order kept = keep(told.withoutPerson(), at, tie);
        jdbc.sql("update orders set erased_at = ? where id = ? and erased_at is null")
                .params(Instants.param(clock.instant()), told.id())
                .update();
        return kept;
    }

    /**
     * These lines arrived; none named: all of the order. Known orders only.
     *
     * @param at when the customer got them
     */
    @Transactional
    public void delivered(String orderId, List<String> lineIds, Instant at) {
        if (isKnown(orderId)) {
            lines.delivered(orderId, lineIds, at);
        }
    }

    /** These lines went back, or their money did; none named: all of the order. Known orders only. */
    @Transactional
    public void returned(String orderId, List<String> lineIds, Instant at) {
        if (isKnown(orderId)) {
            lines.returned(orderId, lineIds, at);
        }
    }

    /** Keeps that money of an order went back, once for each id. The order may not be known yet. */
    @Transactional
    public void keep(Refund told) {
        keeping.await(told.orderId());
        if (refunds.keep(told)) {
            settling.settle(told.orderId());
        }
    }

    /** The money that went back of an order that journeys have not been told of. */
    public List<Refund> unannounced(String orderId) {
        return refunds.unannounced(orderId);
    }

    /** Journeys have been told of this refund. */
    public void announce(Refund refund) {
        refunds.announce(refund.id());
    }

    /** Whether anybody told of parcels, promises, arrivals or refunds of this order. */
    public boolean hasGoodsUnderWay(String orderId) {
        return jdbc.sql(GOODS)
                        .params(orderId, orderId, "order:" + orderId, orderId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All money that went back of an order, oldest first. */
    public List<Refund> refunds(String orderId) {
        return refunds.of(orderId);
    }

    /** When this customer last bought something; empty when never. */
    public Optional<Instant> lastPurchase(String customerId) {
        return jdbc.sql(LAST_PURCHASE)
                .param(customerId)
                .query((row, number) -> Optional.ofNullable(Instants.optional(row, "at")))
                .single();
    }

    /** What was one customer's is from now on the other's. */
    public void handOver(String fromCustomer, String toCustomer) {
        jdbc.sql("update orders set customer_id = ? where customer_id = ?")
                .params(toCustomer, fromCustomer)
                .update();
    }

    private boolean isKnown(String id) {
        return jdbc.sql("select id from orders where id = ? and awaited = false for update")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
