package dev.afterglow.intake;

import dev.afterglow.journey.Recording;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what became of reports. */
@Component
class Tally {

    private final MeterRegistry meters;

    Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(List<Arrival> arrivals, List<Recording> recordings) {
        for (int i = 0; i < arrivals.size(); i++) {
            count(arrivals.get(i).told(), recordings.get(i));
        }
    }

    private void count(Told told, Recording recording) {
        meters.counter("afterglow.intake.events", "type", told.type(), "outcome", recording.outcome())
                .increment();
    }
}
