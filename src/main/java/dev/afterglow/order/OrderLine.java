package dev.afterglow.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param id the shop's own id of the line
 * @param unitPrice in the order's currency, before discounts
 */
public record OrderLine(
        @Nullable String id,
        @Nullable String productId,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int quantity,
        @Nullable BigDecimal unitPrice) {}
