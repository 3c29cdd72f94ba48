package dev.afterglow.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel, and everything that was seen of it.
 *
 * @param id ours; journeys for one parcel wait with it
 * @param shipment the shop's own id of what left together
 * @param carrier as the shop names it
 * @param number on its label
 * @param url where to follow it
 * @param since when it came to stand where it stands
 * @param deliveredAt when the customer got it; null when not, or no longer
 * @param incident what went wrong last, if it still matters
 * @param detail how or to whom it was given
 * @param promised the day it was said to arrive first, at the delivery address
 * @param expected the day it was said to arrive last
 * @param scans oldest first
 */
public record Parcel(
        String id,
        String orderId,
        String shipment,
        @Nullable String carrier,
        @Nullable String number,
        @Nullable String url,
        ParcelStatus status,
        Instant since,
        @Nullable Instant deliveredAt,
        @Nullable Incident incident,
        @Nullable String detail,
        @Nullable LocalDate promised,
        @Nullable LocalDate expected,
        List<Scan> scans) {

    Parcel with(@Nullable LocalDate promise, @Nullable LocalDate expectation, List<Scan> seen) {
        return new Parcel(
                id,
                orderId,
                shipment,
                carrier,
                number,
                url,
                status,
                since,
                deliveredAt,
                incident,
                detail,
                promise,
                expectation,
                seen);
    }
}
