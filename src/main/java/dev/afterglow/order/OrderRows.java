package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between the tables of orders and their records. */
final class OrderRows {

    /** The order with what was told of it as a whole. Can be selected for update. */
    static final String SELECT = """
            select o.id, o.shop, o.number, o.customer_id, o.status, o.test, o.email, o.locale, o.currency, o.total,
              o.refunded, o.orders_before, o.placed_at, o.paid_at, o.cancelled_at, o.ship_name, o.ship_lines,
              o.ship_city, o.ship_postcode, o.ship_region, o.ship_country, o.gift, o.told_at, o.awaited,
              (select coalesce(w.delivered_at, w.by_parcels_at) from order_possession w
               where w.order_id = o.id and w.line_id = '') as delivered_at,
              (select coalesce(w.returned_at, w.by_refunds_at) from order_possession w
               where w.order_id = o.id and w.line_id = '') as returned_at
            from orders o
            """;

    private OrderRows() {}

    /** From number to gift, as the statements of {@link KeepingOrders} name them. */
    static List<@Nullable Object> facts(Order order) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(order.number());
        params.add(order.customerId());
        params.add(order.status().word());
        params.add(order.test());
        params.add(order.email());
        params.add(order.locale());
        params.add(order.currency());
        params.add(order.total());
        params.add(order.ordersBefore());
        params.add(Instants.param(order.placedAt()));
        params.add(Instants.param(order.paidAt()));
        params.add(Instants.param(order.cancelledAt()));
        params.add(order.gift());
        return params;
    }

    /** The columns from ship_name to ship_country. */
    static List<@Nullable Object> address(@Nullable ShippingAddress told) {
        ShippingAddress to = told == null ? ShippingAddress.UNKNOWN : told;
        List<@Nullable Object> params = new ArrayList<>();
        params.add(to.name());
        params.add(to.lines().isEmpty() ? null : String.join("\n", to.lines()));
        params.add(to.city());
        params.add(to.postcode());
        params.add(to.region());
        params.add(to.country());
        return params;
    }

    static Order order(ResultSet row, int number) throws SQLException {
        return Order.of(row.getString("id"), row.getString("shop"))
                .number(row.getString("number"))
                .customerId(row.getString("customer_id"))
                .status(OrderStatus.of(row.getString("status")))
                .test(row.getBoolean("test"))
                .email(row.getString("email"))
                .locale(row.getString("locale"))
                .total(row.getBigDecimal("total"), row.getString("currency"))
                .refunded(row.getBigDecimal("refunded"))
                .ordersBefore(row.getObject("orders_before", Integer.class))
                .placedAt(Instants.optional(row, "placed_at"))
                .paidAt(Instants.optional(row, "paid_at"))
                .cancelledAt(Instants.optional(row, "cancelled_at"))
                .shipTo(shipTo(row))
                .gift(row.getBoolean("gift"))
                .deliveredAt(Instants.optional(row, "delivered_at"))
                .returnedAt(Instants.optional(row, "returned_at"))
                .build();
    }

    private static @Nullable ShippingAddress shipTo(ResultSet row) throws SQLException {
        String lines = row.getString("ship_lines");
        ShippingAddress to = new ShippingAddress(
                row.getString("ship_name"),
                lines == null ? List.of() : lines.lines().toList(),
                row.getString("ship_city"),
                row.getString("ship_postcode"),
                row.getString("ship_region"),
                row.getString("ship_country"));
        return to.equals(ShippingAddress.UNKNOWN) ? null : to;
    }
}
