package dev.afterglow.order;

import java.util.Locale;

/** How somebody names a parcel: by its shipment, or by the number on its label. */
public sealed interface ParcelName {

    /** The first (or only) parcel of a shipment, by the shop's own id. */
    record OfShipment(String shipmentId, String orderId) implements ParcelName {}

    /** By the number on the label, however it is spaced and spelled. */
    record Numbered(String number) implements ParcelName {

        /** Brings the number to the form it is compared in. */
        public Numbered {
            number = number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
        }
    }
}
