package dev.afterglow.intake.aftership;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.carriers.CarrierWords;
import dev.afterglow.intake.carriers.LocalTimes;
import dev.afterglow.intake.carriers.Meaning;
import dev.afterglow.intake.carriers.Place;
import dev.afterglow.intake.carriers.Tracking;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads AfterShip's webhooks. Each brings all checkpoints there are, and a tag of its own for where the parcel is now.
 * Source: AfterShip, "Webhook specifications" (https://www.aftership.com/docs/tracking/2025-01/webhook/webhook-specifications).
 */
final class AftershipReport {

    private static final CarrierWords WORDS = CarrierWords.of("aftership");
    private static final Set<String> EVENTS = Set.of("tracking_update", "edd_revise", "tracking_pending_time");

    private AftershipReport() {}

    /** What was told of a parcel; empty when it is about something else. */
    static Optional<Tracking> of(Field body, ZoneId zone) {
        String event = body.object().at("event").text(60);
        if (event == null) {
            throw body.at("event").refuse("is missing");
        }
        return EVENTS.contains(event) ? Optional.of(tracking(body, event, zone)) : Optional.empty();
    }

    private static Tracking tracking(Field body, String event, ZoneId zone) {
        Field tracker = body.at("msg").object();
        Instant at = at(body, tracker);
        List<Scan> scans = scans(tracker, at, zone);
        return new Tracking(
                body.at("event_id").requiredId(),
                Json.hash(event, String.valueOf(tracker.node())),
                Tracking.label(tracker.at("slug"), tracker.at("tracking_number"), tracker.at("courier_tracking_link")),
                at,
                scans,
                promises(tracker, at),
                tracker.at("id").id(),
                tracker.at("order_id").id());
    }

    private static Instant at(Field body, Field tracker) {
        Instant updated = tracker.at("updated_at").instant();
        return updated == null ? Moments.seconds(body.at("ts")) : Moments.required(tracker.at("updated_at"));
    }

    // why: some tags, such as Expired, are no checkpoint of the carrier's but what AfterShip makes of its silence.
    private static List<Scan> scans(Field tracker, Instant at, ZoneId zone) {
        List<Scan> scans = new ArrayList<>();
        tracker.at("checkpoints").items().forEach(checkpoint -> scans.add(scan(checkpoint.object(), at, zone)));
        Meaning now = meaning(tracker);
        if (scans.stream().noneMatch(scan -> scan.status() == now.status())) {
            scans.add(now.seen(at, null));
        }
        return scans;
    }

    private static Scan scan(Field checkpoint, Instant reportedAt, ZoneId zone) {
        String country = Stream.of("country_iso3", "country_region", "country_name")
                .map(name -> checkpoint.at(name).text(100))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String state = checkpoint.at("state").text(60);
        Instant seen = LocalTimes.at(checkpoint.at("checkpoint_time"), country, state, zone);
        return meaning(checkpoint)
                .seen(
                        seen == null ? reportedAt : seen,
                        Place.of(checkpoint.at("city").text(100), state, country));
    }

    private static Meaning meaning(Field tagged) {
        return WORDS.meaning(tagged.at("tag").text(60), tagged.at("subtag").text(60));
    }

    // why: what the shop promised came before anything a carrier thinks.
    private static List<Promise> promises(Field tracker, Instant at) {
        Instant created = tracker.at("created_at").instant();
        Field firstTold = tracker.at("order_promised_delivery_date");
        return Stream.of(
                        promise(LocalTimes.day(firstTold), created == null ? at : created),
                        promise(expected(tracker), at))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable LocalDate expected(Field tracker) {
        return Stream.of(
                        tracker.at("latest_estimated_delivery").at("datetime_max"),
                        tracker.at("latest_estimated_delivery").at("datetime"),
                        tracker.at("courier_estimated_delivery_date").at("estimated_delivery_date_max"),
                        tracker.at("courier_estimated_delivery_date").at("estimated_delivery_date"),
                        tracker.at("expected_delivery"))
                .map(LocalTimes::day)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Promise> promise(@Nullable LocalDate day, Instant toldAt) {
        return Optional.ofNullable(day).map(told -> new Promise(told, toldAt));
    }
}
