package dev.afterglow.messaging;

/**
 * Somebody to preview words with.
 *
 * @param id of the sample, the order or the customer
 */
public record Reader(Kind kind, String id) {

    /** What the id names. */
    public enum Kind {
        /** Nobody real. */
        SAMPLE,
        /** Whoever placed an order, with that order. */
        ORDER,
        /** A customer without an order. */
        CUSTOMER
    }
}
