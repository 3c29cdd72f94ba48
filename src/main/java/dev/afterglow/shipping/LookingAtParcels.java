package dev.afterglow.shipping;

import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;

/** Finds out what nobody tells: that a promised day passes, or that a parcel is not heard of any more. */
@Service
class LookingAtParcels {

    private static final String NOBODY_SAID = "none";

    private final Parcels parcels;
    private final Destinations destinations;
    private final Clock clock;

    LookingAtParcels(Parcels parcels, Destinations destinations, Clock clock) {
        this.parcels = parcels;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** How the parcel is doing now. One that is not known (any more) counts as cancelled. */
    Outlook look(String parcelId, Lookout lookout) {
        return parcels.find(parcelId)
                .map(parcel -> outlook(parcel, lookout))
                .orElseGet(() -> new Outlook(
                        News.CANCELLED.word(),
                        "gone",
                        0,
                        NOBODY_SAID,
                        NOBODY_SAID,
                        clock.instant().toString()));
    }

    private Outlook outlook(Parcel parcel, Lookout lookout) {
        ZonedDateTime now = clock.instant().atZone(destinations.zone(parcel.orderId()));
        Evenings evenings = Evenings.of(parcel.id(), lookout, now.getZone());
        Expectation expectation = Expectation.of(parcel);
        LocalDate lastDay = evenings.last(now);
        return new Outlook(
                news(parcel, lookout, expectation.isMissedAfter(lastDay)).word(),
                parcel.status().word(),
                expectation.daysLateAfter(lastDay),
                expectation.due() == null ? NOBODY_SAID : expectation.due().toString(),
                now.toLocalDate().toString(),
                evenings.after(now).toOffsetDateTime().toString());
    }

    private News news(Parcel parcel, Lookout lookout, boolean missed) {
        return switch (parcel.status()) {
            case DELIVERED -> News.ARRIVED;
            case RETURN_TO_SENDER -> News.RETURNING;
            case LOST -> News.LOST;
            case CANCELLED -> News.CANCELLED;
            default -> underWay(parcel, lookout, missed);
        };
    }

    private News underWay(Parcel parcel, Lookout lookout, boolean missed) {
        Instant now = clock.instant();
        if (!now.isBefore(Sightings.first(parcel).plus(lookout.followFor()))) {
            return News.TOO_LONG;
        }
        // why: what waits in a shop or locker is not scanned, and has come.
        if (parcel.status() == ParcelStatus.READY_FOR_PICKUP) {
            return News.UNDER_WAY;
        }
        if (!now.isBefore(Sightings.last(parcel).plus(lookout.lostAfter()))) {
            return News.LOST;
        }
        if (!now.isBefore(Sightings.last(parcel).plus(lookout.silentAfter()))) {
            return News.SILENT;
        }
        return missed ? News.LATE : News.UNDER_WAY;
    }
}
