package dev.afterglow.shipping;

import dev.afterglow.order.Parcel;
import dev.afterglow.order.Scan;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** When somebody saw or announced a parcel. */
final class Sightings {

    private Sightings() {}

    /** When it was first heard of. */
    static Instant first(Parcel parcel) {
        return of(parcel).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** When it was last heard of. */
    static Instant last(Parcel parcel) {
        return of(parcel).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Stream<Instant> of(Parcel parcel) {
        return Stream.concat(Stream.of(parcel.since()), parcel.scans().stream().map(Scan::at));
    }
}
