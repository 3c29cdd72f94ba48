package dev.afterglow.order;

/** Whether the customer has what was ordered. */
public enum Possession {
    /** Something is still on its way, and nothing that arrived was kept. */
    NOT_YET,
    /** At least one thing arrived and was kept. */
    KEPT,
    /** All of it went back, or its money did. */
    NOTHING_KEPT
}
