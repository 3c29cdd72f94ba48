package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param id the shop's own id of the line
 * @param unitPrice in the order's currency, before discounts
 * @param ships false for what nobody carries anywhere, such as a gift card
 * @param deliveredAt when all of it had arrived
 * @param returnedAt when all of it had gone back, or its money had
 */
public record OrderLine(
        @Nullable String id,
        @Nullable String productId,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int quantity,
        @Nullable BigDecimal unitPrice,
        boolean ships,
        @Nullable Instant deliveredAt,
        @Nullable Instant returnedAt) {

    /** A line of which nothing has arrived yet. */
    public OrderLine(
            @Nullable String id,
            @Nullable String productId,
            @Nullable String sku,
            String title,
            @Nullable String variant,
            int quantity,
            @Nullable BigDecimal unitPrice) {
        this(id, productId, sku, title, variant, quantity, unitPrice, true, null, null);
    }

    /** The same line, arrived and gone back at these times. */
    public OrderLine with(@Nullable Instant delivered, @Nullable Instant returned) {
        return new OrderLine(id, productId, sku, title, variant, quantity, unitPrice, ships, delivered, returned);
    }

    /** The same line, of something nobody carries anywhere. */
    public OrderLine notShipped() {
        return new OrderLine(id, productId, sku, title, variant, quantity, unitPrice, false, deliveredAt, returnedAt);
    }

    OrderLine priced(@Nullable BigDecimal price) {
        return new OrderLine(id, productId, sku, title, variant, quantity, price, ships, deliveredAt, returnedAt);
    }

    /** Whether this line is done with arriving: it is there, or nothing of it will come. */
    boolean isSettled() {
        return !ships || quantity <= 0 || deliveredAt != null || returnedAt != null;
    }

    // why: a variant may be a name somebody had engraved.
    OrderLine withoutPerson() {
        return new OrderLine(id, productId, sku, title, null, quantity, unitPrice, ships, deliveredAt, returnedAt);
    }
}
