package dev.afterglow.order;

import org.jspecify.annotations.Nullable;

/**
 * What a scan came to.
 *
 * @param orderId of the parcel, if it is known
 */
public record Scanned(Effect effect, @Nullable String orderId) {

    /** What a scan changed. */
    public enum Effect {
        /** The parcel stands elsewhere now. */
        MOVED,
        /** It stands elsewhere now, since we heard of it: the scan was dated too far ahead to be true. */
        MOVED_AHEAD,
        /** It was seen where it stood already. */
        REPEATED,
        /** It happened before something that was told earlier. */
        LATE,
        /** It cannot be after what happened before it. */
        CONTRADICTS,
        /** Nobody has told us of this parcel yet. */
        WAITS
    }
}
