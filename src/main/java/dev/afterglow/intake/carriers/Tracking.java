package dev.afterglow.intake.carriers;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.order.CheckDigit;
import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a platform told of one parcel in one report.
 *
 * @param id the platform's own id of the report
 * @param contentHash of what was told, whatever the id
 * @param label what is written on the parcel
 * @param at when it was so, by the platform's clock
 * @param scans in any order
 * @param promises days on which it was said to arrive
 * @param trackerId the platform's own id of the parcel
 * @param orderId of the order the platform names, or null
 */
public record Tracking(
        String id,
        String contentHash,
        Shipment.Label label,
        Instant at,
        List<Scan> scans,
        List<Promise> promises,
        @Nullable String trackerId,
        @Nullable String orderId) {

    private static final int LONGEST = 100;
    private static final Incident NO_NEWS = new Incident(Incident.Owner.UNKNOWN, "no-news");
    private static final Incident MISTYPED = new Incident(Incident.Owner.SHOP, "number-mistyped");

    /** What is written on a parcel; the number must hold a letter or digit at least. */
    public static Shipment.Label label(Field carrier, Field number, Field url) {
        String told = number.requiredId();
        if (told.length() > LONGEST || new ParcelName.Numbered(told).number().isEmpty()) {
            throw number.refuse("must be a tracking number of 1 to %d characters".formatted(LONGEST));
        }
        return new Shipment.Label(carrier.text(60), told, url.text(500));
    }

    /** The parcel, by its number. */
    public ParcelName.Numbered parcel() {
        return new ParcelName.Numbered(String.valueOf(label.number()));
    }

    List<Fact> facts(boolean namesOrders) {
        List<Fact> facts = new ArrayList<>();
        if (namesOrders && orderId != null) {
            facts.add(new Fact.Shipped(shipment(orderId)));
        }
        scans.forEach(scan -> facts.add(new Fact.Scanned(parcel(), doubted(scan))));
        promises.forEach(promise -> facts.add(new Fact.Promised(parcel(), promise)));
        return List.copyOf(facts);
    }

    // why: when a carrier knows nothing of a number that cannot be right, nobody else will find the parcel either.
    private Scan doubted(Scan scan) {
        boolean knowsNothing = scan.status() == ParcelStatus.UNKNOWN
                || scan.status() == ParcelStatus.PENDING
                || NO_NEWS.equals(scan.incident());
        return knowsNothing && CheckDigit.fails(label.carrier(), parcel())
                ? new Scan(scan.status(), scan.at(), MISTYPED, scan.detail(), scan.place())
                : scan;
    }

    private Shipment shipment(String order) {
        String own = "tracker-" + (trackerId == null || trackerId.length() > LONGEST ? parcel().number() : trackerId);
        return new Shipment(own, order, at, false, List.of(), List.of(label));
    }
}
