package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that went back.
 *
 * @param id the shop's own id of it, always text
 * @param amount in the order's currency, all of it; null when only goods were told
 * @param lines the goods it was for
 */
public record Refund(
        String id,
        String orderId,
        Instant at,
        @Nullable BigDecimal amount,
        @Nullable String reason,
        List<Line> lines) {

    /**
     * So many of a line of the order.
     *
     * @param amount in the order's currency, for all of them
     */
    public record Line(
            String lineId, int quantity, @Nullable BigDecimal amount) {}
}
