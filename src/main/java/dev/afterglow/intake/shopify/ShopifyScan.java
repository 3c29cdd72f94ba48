package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Shopify saw of a parcel, in its words. Source: Shopify, "FulfillmentEvent"
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillmentevent).
 */
final class ShopifyScan {

    // why: a fulfilment says when it was last changed, not when that was seen; a step back must have its true time.
    private static final Set<ParcelStatus> NEEDS_ITS_TIME = Set.of(ParcelStatus.DELIVERY_FAILED);

    private ShopifyScan() {}

    /** What a fulfilment event tells. */
    static Told told(ShopifyReport report) {
        Field event = report.root();
        String order = event.at("order_id").requiredId();
        ParcelName parcel = new ParcelName.OfShipment(event.at("fulfillment_id").requiredId(), order);
        Instant at = ShopifyTime.of(report, event, "happened_at", "created_at");
        Stream<Fact> seen = scan(
                        event.at("status").text(40), at, event.at("city").text(200))
                .stream()
                .map(scan -> new Fact.Scanned(parcel, scan));
        return report.about(event.at("id").requiredId())
                .facts(Stream.concat(seen, promise(event, parcel, ShopifyTime.of(at, event, "updated_at")))
                        .toList())
                .as("parcel.scanned", order, at);
    }

    /** What a fulfilment tells by the way: a shop need not subscribe to the events as well. */
    static List<Fact> ofFulfillment(Field body, String order, Instant at) {
        ParcelName parcel = new ParcelName.OfShipment(body.at("id").requiredId(), order);
        Stream<Fact> seen = scan(body.at("shipment_status").text(40), at, null).stream()
                .filter(scan -> !NEEDS_ITS_TIME.contains(scan.status()))
                .map(scan -> new Fact.Scanned(parcel, scan));
        return Stream.concat(seen, promise(body, parcel, at)).toList();
    }

    // why: "failure" says that the carrier could not be asked, not that a delivery failed.
    private static Optional<Scan> scan(@Nullable String status, Instant at, @Nullable String place) {
        return switch (Objects.requireNonNullElse(status, "")) {
            case "label_printed", "label_purchased", "confirmed" -> seen(ParcelStatus.PENDING, at, null, place);
            case "carrier_picked_up" -> seen(ParcelStatus.PICKED_UP, at, null, place);
            case "in_transit" -> seen(ParcelStatus.IN_TRANSIT, at, null, place);
            case "delayed" -> seen(ParcelStatus.DELIVERY_DELAYED, at, null, place);
            case "out_for_delivery" -> seen(ParcelStatus.OUT_FOR_DELIVERY, at, null, place);
            case "attempted_delivery" -> seen(ParcelStatus.DELIVERY_FAILED, at, null, place);
            case "ready_for_pickup" -> seen(ParcelStatus.READY_FOR_PICKUP, at, null, place);
            case "picked_up" -> seen(ParcelStatus.DELIVERED, at, "picked-up", place);
            case "delivered" -> seen(ParcelStatus.DELIVERED, at, null, place);
            default -> Optional.empty();
        };
    }

    private static Optional<Scan> seen(
            ParcelStatus status, Instant at, @Nullable String detail, @Nullable String place) {
        return Optional.of(new Scan(status, at, null, detail, place));
    }

    // why: the day is the one that stands there; which zone the address is in is not told.
    private static Stream<Fact> promise(Field resource, ParcelName parcel, Instant toldAt) {
        String estimated = resource.at("estimated_delivery_at").text(64);
        if (estimated == null || estimated.length() < 10) {
            return Stream.empty();
        }
        try {
            LocalDate day = LocalDate.parse(estimated.substring(0, 10));
            return Stream.of(new Fact.Promised(parcel, new Promise(day, toldAt)));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
