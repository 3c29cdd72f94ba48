package dev.afterglow.order;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What tables beside a journey may decide by: nothing personal.
 *
 * @param orderTotal what was charged, in {@code currency}; 0 when nobody said
 * @param currency ISO 4217; empty when nobody said
 * @param orderCount how many orders the buyer has placed with this one
 */
record OrderOutlook(BigDecimal orderTotal, String currency, int orderCount, boolean gift) {

    static final OrderOutlook NONE = new OrderOutlook(BigDecimal.ZERO, "", 0, false);

    static OrderOutlook of(Order order, int count) {
        return new OrderOutlook(
                Objects.requireNonNullElse(order.total(), BigDecimal.ZERO),
                Objects.requireNonNullElse(order.currency(), ""),
                count,
                order.gift());
    }
}
