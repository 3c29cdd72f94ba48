package dev.afterglow.intake.shippo;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.carriers.CarrierWords;
import dev.afterglow.intake.carriers.LocalTimes;
import dev.afterglow.intake.carriers.Place;
import dev.afterglow.intake.carriers.Tracking;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads Shippo's tracking webhooks. Each brings what was seen last and all that was seen before; it has no id of its own.
 * Source: Shippo, "Webhooks" (https://docs.goshippo.com/docs/Tracking/Webhooks).
 */
final class ShippoReport {

    private static final CarrierWords WORDS = CarrierWords.of("shippo");

    private ShippoReport() {}

    /** What was told of a parcel; empty when it is about something else. */
    static Optional<Tracking> of(Field body, ZoneId zone) {
        String event = body.object().at("event").text(60);
        if (event == null) {
            throw body.at("event").refuse("is missing");
        }
        return event.equals("track_updated")
                ? Optional.of(tracking(body.at("data").object(), zone))
                : Optional.empty();
    }

    /** Whether nothing of it is real. */
    static boolean isTest(Field body) {
        return body.object().at("test").flag() || body.at("data").at("test").flag();
    }

    private static Tracking tracking(Field tracker, ZoneId zone) {
        Field latest = tracker.at("tracking_status").object();
        Instant at =
                Moments.required(latest.at(latest.at("object_updated").isEmpty() ? "status_date" : "object_updated"));
        String hash = Json.hash(String.valueOf(tracker.node()));
        LocalDate expected = LocalTimes.day(tracker.at("eta"));
        return new Tracking(
                hash,
                hash,
                Tracking.label(
                        tracker.at("carrier"), tracker.at("tracking_number"), tracker.at("tracking_url_provider")),
                at,
                Stream.concat(tracker.at("tracking_history").items().stream(), Stream.of(latest))
                        .map(seen -> scan(seen.object(), at, zone))
                        .distinct()
                        .toList(),
                Optional.ofNullable(expected).map(day -> new Promise(day, at)).stream()
                        .toList(),
                null,
                tracker.at("metadata").id());
    }

    private static Scan scan(Field seen, Instant reportedAt, ZoneId zone) {
        Field there = seen.at("location");
        String country = there.at("country").text(60);
        String state = there.at("state").text(60);
        Instant at = LocalTimes.at(seen.at("status_date"), country, state, zone);
        return WORDS.meaning(
                        seen.at("status").text(60),
                        seen.at("substatus").at("code").text(60))
                .seen(at == null ? reportedAt : at, Place.of(there.at("city").text(100), state, country));
    }
}
