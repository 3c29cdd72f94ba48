package dev.afterglow.order;

import java.util.Locale;

/** Where an order stands. It only ever moves downwards in this list: a late "paid" does not undo a cancellation. */
public enum OrderStatus {
    CREATED,
    PAID,
    VOIDED,
    CANCELLED;

    /** The further of the two. */
    OrderStatus orFurther(OrderStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word used in the database, the read API and the templates. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OrderStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
