package dev.afterglow.intake.easypost;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads EasyPost's events about trackers. Each brings all there was to see of the parcel. Source: EasyPost, "Trackers" and
 * "Events" (https://docs.easypost.com/docs/trackers).
 */
final class EasypostReport {

    private static final CarrierWords WORDS = CarrierWords.of("easypost");
    private static final Set<String> EVENTS = Set.of("tracker.created", "tracker.updated");

    private EasypostReport() {}

    /** What was told of a parcel; empty when it is about something else. */
    static Optional<Tracking> of(Field body, ZoneId zone) {
        String event = body.object().at("description").text(60);
        if (event == null) {
            throw body.at("description").refuse("is missing");
        }
        return EVENTS.contains(event) ? Optional.of(tracking(body, event, zone)) : Optional.empty();
    }

    /** Whether nothing of it is real. */
    static boolean isTest(Field body) {
        return "test".equals(body.object().at("mode").text(20));
    }

    private static Tracking tracking(Field body, String event, ZoneId zone) {
        Field tracker = body.at("result").object();
        Instant at = Moments.required(tracker.at(tracker.at("updated_at").isEmpty() ? "created_at" : "updated_at"));
        return new Tracking(
                body.at("id").requiredId(),
                Json.hash(event, String.valueOf(tracker.node())),
                Tracking.label(tracker.at("carrier"), tracker.at("tracking_code"), tracker.at("public_url")),
                at,
                scans(tracker, at, zone),
                Optional.ofNullable(expected(tracker)).map(day -> new Promise(day, at)).stream()
                        .toList(),
                tracker.at("id").id(),
                null);
    }

    private static List<Scan> scans(Field tracker, Instant at, ZoneId zone) {
        List<Scan> scans = new ArrayList<>();
        tracker.at("tracking_details").items().forEach(detail -> scans.add(scan(detail.object(), at, zone)));
        Meaning now = meaning(tracker);
        if (scans.stream().noneMatch(scan -> scan.status() == now.status())) {
            scans.add(now.seen(at, null));
        }
        return scans;
    }

    private static Scan scan(Field detail, Instant reportedAt, ZoneId zone) {
        Field there = detail.at("tracking_location");
        String country = there.at("country").text(60);
        String state = there.at("state").text(60);
        Instant seen = LocalTimes.at(detail.at("datetime"), country, state, zone);
        return meaning(detail)
                .seen(
                        seen == null ? reportedAt : seen,
                        Place.of(there.at("city").text(100), state, country));
    }

    private static Meaning meaning(Field seen) {
        return WORDS.meaning(
                seen.at("status").text(60), seen.at("status_detail").text(60));
    }

    private static @Nullable LocalDate expected(Field tracker) {
        LocalDate there = LocalTimes.day(tracker.at("carrier_detail").at("est_delivery_date_local"));
        return there != null ? there : LocalTimes.day(tracker.at("est_delivery_date"));
    }
}
