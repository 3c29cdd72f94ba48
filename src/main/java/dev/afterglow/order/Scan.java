package dev.afterglow.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a carrier or shop saw of a parcel.
 *
 * @param at when it happened, not when it was told
 * @param incident what went wrong, if something did
 * @param detail how or to whom, a short word: {@code door}, {@code neighbour}, {@code locker}, {@code signed},
 *     {@code picked-up}
 * @param place as the carrier names it
 */
public record Scan(
        ParcelStatus status,
        Instant at,
        @Nullable Incident incident,
        @Nullable String detail,
        @Nullable String place) {

    /** A scan of which only this is known. */
    public Scan(ParcelStatus status, Instant at) {
        this(status, at, null, null, null);
    }

    /** The same, at another time. */
    Scan dated(Instant other) {
        return new Scan(status, other, incident, detail, place);
    }
}
