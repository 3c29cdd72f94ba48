package dev.afterglow.messaging.policy;

import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words about where a parcel is are not sent when it has moved on, as while they waited for the morning. */
final class OnlyWhileTheParcelIsThere implements Policy {

    private final Parcels parcels;

    OnlyWhileTheParcelIsThere(Parcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        Set<ParcelStatus> wanted = matter.traits().parcel();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return parcels.find(matter.question().businessKey())
                .map(Parcel::status)
                .filter(status -> !wanted.contains(status))
                .flatMap(elsewhere -> Reason.PARCEL_MOVED_ON.silence());
    }

    @Override
    public String says() {
        return "Ends when the parcel the journey is about is not (any more) where the words say it must be.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.PARCEL_MOVED_ON);
    }
}
