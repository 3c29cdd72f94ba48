package dev.afterglow.order;

import dev.afterglow.sql.FieldStamps;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings what is told of an order together with what is known of it. */
final class KeepingOrders {

    // why: H2 parses a statement that locks each time it runs, so this one is short, and what is read comes after it.
    private static final String LOCK = "select id from orders where id = ? for update";
    private static final String READ = OrderRows.SELECT + " where o.id = ?";
    private static final String INSERT = """
            insert into orders (id, shop, number, customer_id, status, test, email, locale, currency, total,
              orders_before, placed_at, paid_at, cancelled_at, gift, updated_at, ship_name, ship_lines, ship_city,
              ship_postcode, ship_region, ship_country, told_at, awaited)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String UPDATE = """
            update orders set shop = ?, number = ?, customer_id = ?, status = ?, test = ?, email = ?, locale = ?,
              currency = ?, total = ?, orders_before = ?, placed_at = ?, paid_at = ?, cancelled_at = ?, gift = ?,
              updated_at = ?, ship_name = ?, ship_lines = ?, ship_city = ?, ship_postcode = ?, ship_region = ?,
              ship_country = ?, told_at = ?, awaited = false
            where id = ?
            """;

    /** An order and which report each fact of it comes from. */
    private record Known(Order order, FieldStamps stamps, boolean awaited) {}

    private final JdbcClient jdbc;
    private final OrderLines lines;
    private final Settling settling;
    private final Clock clock;

    KeepingOrders(JdbcClient jdbc, OrderLines lines, Settling settling, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.settling = settling;
        this.clock = clock;
    }

    /** Keeps what was told, and holds the order until the transaction ends. */
    Order keep(Order told, String stamp) {
        if (!isThere(told.id()) && insert(told, stamp, false)) {
            lines.keep(told);
            return told;
        }
        Known known = hold(told.id()).orElseThrow();
        Order before = known.awaited() ? known.order().from(told.shop()) : known.order();
        Order merged = merge(told, before, known.stamps(), stamp)
                .but()
                .lines(lines(told, known.stamps(), stamp))
                .build();
        update(merged, known.stamps());
        return settling.settle(told.id()) ? read(told.id()) : merged;
    }

    /** Holds the order until the transaction ends, making room for one nobody has told us of yet. */
    void await(String id) {
        if (hold(id).isEmpty()) {
            insert(Order.of(id, "").build(), "", true);
            hold(id);
        }
    }

    private static Order merge(Order told, Order before, FieldStamps stamps, String stamp) {
        return before.but()
                .number(stamps.later("number", stamp, told.number(), before.number()))
                .customerId(stamps.later("customer", stamp, told.customerId(), before.customerId()))
                .status(told.status().orFurther(before.status()))
                .test(told.test() || before.test())
                .email(stamps.later("email", stamp, told.email(), before.email()))
                .locale(stamps.later("locale", stamp, told.locale(), before.locale()))
                .total(
                        stamps.later("total", stamp, told.total(), before.total()),
                        stamps.later("currency", stamp, told.currency(), before.currency()))
                .ordersBefore(least(told.ordersBefore(), before.ordersBefore()))
                .placedAt(stamps.later("placed", stamp, told.placedAt(), before.placedAt()))
                .paidAt(stamps.later("paid", stamp, told.paidAt(), before.paidAt()))
                .cancelledAt(stamps.later("cancelled", stamp, told.cancelledAt(), before.cancelledAt()))
                .shipTo(stamps.later("to", stamp, told.shipTo(), before.shipTo()))
                .gift(told.gift() || before.gift())
                .build();
    }

    /** The lines as they are now known, replaced where the told ones are newer and other ones. */
    private List<OrderLine> lines(Order told, FieldStamps stamps, String stamp) {
        List<OrderLine> before = lines.of(told.id());
        if (!stamps.isNew("lines", stamp, !told.lines().isEmpty()) || OrderLines.sameGoods(told.lines(), before)) {
            return before;
        }
        lines.replace(told);
        return lines.of(told.id());
    }

    // why: the count grows with every order that follows, and only the first one told is about this order.
    private static @Nullable Integer least(@Nullable Integer told, @Nullable Integer before) {
        return told == null || before == null
                ? (told == null ? before : told)
                : Integer.valueOf(Math.min(told, before));
    }

    private Order read(String id) {
        Order order = jdbc.sql(READ).param(id).query(OrderRows::order).single();
        return order.but().lines(lines.of(id)).build();
    }

    /** Whether anything is known of it; holds nothing, and costs much less than trying to. */
    boolean isThere(String id) {
        return jdbc.sql("select id from orders where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private Optional<Known> hold(String id) {
        return jdbc.sql(LOCK)
                .param(id)
                .query(String.class)
                .optional()
                .map(held ->
                        jdbc.sql(READ).param(held).query(KeepingOrders::known).single());
    }

    private boolean insert(Order order, String stamp, boolean awaited) {
        FieldStamps stamps = FieldStamps.none();
        merge(order, Order.of(order.id(), order.shop()).build(), stamps, stamp);
        stamps.isNew("lines", stamp, !order.lines().isEmpty());
        List<@Nullable Object> params = new ArrayList<>(List.of(order.id()));
        params.addAll(facts(order));
        params.add(stamps.written());
        params.add(awaited);
        return jdbc.sql(INSERT).params(params).update() == 1;
    }

    private void update(Order order, FieldStamps stamps) {
        List<@Nullable Object> params = facts(order);
        params.add(stamps.written());
        params.add(order.id());
        jdbc.sql(UPDATE).params(params).update();
    }

    private List<@Nullable Object> facts(Order order) {
        List<@Nullable Object> facts = new ArrayList<>(List.of(order.shop()));
        facts.addAll(OrderRows.facts(order));
        facts.add(Instants.param(clock.instant()));
        facts.addAll(OrderRows.address(order.shipTo()));
        return facts;
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                OrderRows.order(row, number), FieldStamps.read(row.getString("told_at")), row.getBoolean("awaited"));
    }
}
