package dev.afterglow.intake.carriers;

import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Scan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a word of a carrier platform means in ours.
 *
 * @param incident what went wrong, if something did
 * @param detail how it was delivered, a short word
 */
public record Meaning(
        ParcelStatus status,
        @Nullable Incident incident,
        @Nullable String detail) {

    /** What a word nobody knows means. */
    public static final Meaning UNKNOWN = new Meaning(ParcelStatus.UNKNOWN, null, null);

    /** Seen there and then. */
    public Scan seen(Instant at, @Nullable String place) {
        return new Scan(status, at, incident, detail, place);
    }
}
