package dev.afterglow.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel stands after everything that was seen of it. It is worked out from all scans by their own times, so
 * late, repeated and contradictory ones do not matter. It only moves forward, with two ways back: a delivery that
 * failed is tried again, and what was delivered may return to the sender.
 *
 * @param since when it came to stand there
 * @param deliveredAt when the customer got it; null when not, or no longer
 */
record Standing(
        ParcelStatus status,
        Instant since,
        @Nullable Incident incident,
        @Nullable String detail,
        @Nullable Instant deliveredAt) {

    private static final Comparator<Scan> BY_TIME =
            Comparator.comparing(Scan::at).thenComparing(Scan::status);
    private static final Set<ParcelStatus> BEFORE_LEAVING = EnumSet.of(ParcelStatus.UNKNOWN, ParcelStatus.PENDING);
    private static final Set<ParcelStatus> ON_THE_WAY =
            EnumSet.of(ParcelStatus.UNKNOWN, ParcelStatus.PENDING, ParcelStatus.PICKED_UP);
    private static final Set<ParcelStatus> BEFORE_THE_DOOR =
            EnumSet.of(ParcelStatus.UNKNOWN, ParcelStatus.PENDING, ParcelStatus.PICKED_UP, ParcelStatus.IN_TRANSIT);

    /** Where it stands after these scans; from the beginning it is announced. */
    static Standing after(List<Scan> scans, Instant announcedAt) {
        Standing standing = new Standing(ParcelStatus.PENDING, announcedAt, null, null, null);
        for (Scan scan : scans.stream().sorted(BY_TIME).toList()) {
            standing = standing.next(scan).orElse(standing);
        }
        return standing;
    }

    private Optional<Standing> next(Scan scan) {
        if (scan.status() == status || !mayBecome(scan.status())) {
            return Optional.empty();
        }
        Instant delivered = scan.status() == ParcelStatus.DELIVERED ? scan.at() : null;
        return Optional.of(new Standing(scan.status(), scan.at(), scan.incident(), scan.detail(), delivered));
    }

    private boolean mayBecome(ParcelStatus next) {
        return switch (status) {
            case UNKNOWN -> true;
            case PENDING -> next != ParcelStatus.UNKNOWN;
            case PICKED_UP -> !BEFORE_LEAVING.contains(next);
            case IN_TRANSIT -> !ON_THE_WAY.contains(next);
            case OUT_FOR_DELIVERY, DELIVERY_FAILED -> !BEFORE_THE_DOOR.contains(next) && next != ParcelStatus.CANCELLED;
            case READY_FOR_PICKUP ->
                !BEFORE_THE_DOOR.contains(next)
                        && next != ParcelStatus.OUT_FOR_DELIVERY
                        && next != ParcelStatus.CANCELLED;
            case ON_HOLD, DELIVERY_DELAYED, LOST, DAMAGED, CANCELLED -> !BEFORE_LEAVING.contains(next);
            case DELIVERED -> next == ParcelStatus.RETURN_TO_SENDER;
            case RETURN_TO_SENDER -> false;
        };
    }
}
