package dev.afterglow.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that leave the shop together, in one or more parcels, as the shop reported it the last time.
 *
 * @param id the shop's own id of it, always text
 * @param orderId which may not be known yet
 * @param at when it was so
 * @param cancelled it does not leave after all
 * @param lines what is in it; none named: all of the order
 * @param labels one for each parcel; none: one parcel nobody can follow
 */
public record Shipment(String id, String orderId, Instant at, boolean cancelled, List<Line> lines, List<Label> labels) {

    /** The same, reported at another time. */
    Shipment dated(Instant other) {
        return new Shipment(id, orderId, other, cancelled, lines, labels);
    }

    /** So many of a line of the order. */
    public record Line(String lineId, int quantity) {}

    /**
     * What is written on a parcel.
     *
     * @param carrier as the shop names it
     * @param number to follow it with
     * @param url where to follow it
     */
    public record Label(
            @Nullable String carrier,
            @Nullable String number,
            @Nullable String url) {}
}
