package dev.afterglow.shipping;

import java.util.Locale;

/** What there is to say of a parcel that nobody told us. */
enum News {
    /** It is on its way, and in time as far as anybody knows. */
    UNDER_WAY,
    /** The day it was promised for ends, or is over. */
    LATE,
    /** Nobody has seen it for long. */
    SILENT,
    /** Nobody has seen it for so long that it will not come. */
    LOST,
    ARRIVED,
    RETURNING,
    CANCELLED,
    /** It has been under way for longer than anybody wants to hear of it. */
    TOO_LONG;

    /** The word in the diagram. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
