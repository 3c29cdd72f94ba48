package dev.afterglow.intake.carriers;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.journey.Recording;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes what carrier platforms report, once it is proven whose report it is. */
@Component
public class TakingReports {

    private final Intake intake;

    TakingReports(Intake intake) {
        this.intake = intake;
    }

    /** How a platform's reports are read. */
    @FunctionalInterface
    public interface Reading {

        /**
         * What was told of a parcel; empty when it is about something else.
         *
         * @param zone of times that say none, at places nobody knows
         * @throws dev.afterglow.intake.Refusal naming the place that is not as it should be
         */
        Optional<Tracking> of(Field report, ZoneId zone);
    }

    /** Takes a report; committed when this returns. */
    public Recording take(CarrierAccount account, byte[] body, Reading reading) {
        return take(account, body, report -> false, reading);
    }

    /** Takes a report that may be one for trying things out. */
    public Recording take(CarrierAccount account, byte[] body, Predicate<Field> isTest, Reading reading) {
        Field report = Field.root(Json.read(body));
        if (isTest.test(report)) {
            return notUsed("test-report");
        }
        return reading.of(report, account.zone())
                .map(tracking -> account.told(tracking, new String(body, StandardCharsets.UTF_8)))
                .map(told -> intake.take(List.of(told)).getFirst())
                .orElseGet(() -> notUsed("topic-not-used"));
    }

    private static Recording notUsed(String reason) {
        return new Recording("ignored", "", reason);
    }
}
