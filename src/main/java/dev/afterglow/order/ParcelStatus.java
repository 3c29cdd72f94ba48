package dev.afterglow.order;

import java.util.Locale;

/** Where a parcel is, in one vocabulary for all carriers. */
public enum ParcelStatus {
    /** Nobody knows more than that it exists. */
    UNKNOWN,
    /** Announced: there is a label, and no carrier has it yet. */
    PENDING,
    /** A carrier has it. */
    PICKED_UP,
    IN_TRANSIT,
    /** Something holds it up; the incident says what and whose it is. */
    ON_HOLD,
    /** The carrier says that it will be late. */
    DELIVERY_DELAYED,
    OUT_FOR_DELIVERY,
    /** It was at the door and nobody took it. */
    DELIVERY_FAILED,
    /** It waits in a shop or locker. */
    READY_FOR_PICKUP,
    DELIVERED,
    /** On its way back to the shop. */
    RETURN_TO_SENDER,
    LOST,
    DAMAGED,
    /** It will not travel. */
    CANCELLED;

    /** The word used in the database, event types and the templates, such as {@code out-for-delivery}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status with this word. */
    public static ParcelStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
