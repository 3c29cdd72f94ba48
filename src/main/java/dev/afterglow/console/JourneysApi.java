package dev.afterglow.console;

import dev.afterglow.console.JourneyFigures.Figures;
import dev.afterglow.journey.EditionInUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deployed journeys and how many runs each has had. */
@RestController
class JourneysApi {

    private final JourneyFigures figures;

    JourneysApi(JourneyFigures figures) {
        this.figures = figures;
    }

    record Answer(List<OneJourney> journeys) {}

    record OneJourney(
            String journey,
            @Nullable String name,
            int version,
            Instant deployedAt,
            long started,
            long running,
            long ended,
            long declined,
            List<OneEdition> editions) {}

    record OneEdition(
            String hash,
            int version,
            @Nullable String revision,
            boolean changed,
            Instant since,
            boolean newest,
            boolean kept,
            long started,
            long running) {}

    @GetMapping("/api/journeys")
    Answer list() {
        return new Answer(figures.all().stream().map(JourneysApi::journey).toList());
    }

    private static OneJourney journey(Figures figures) {
        var deployment = figures.deployment();
        var counts = figures.counts();
        return new OneJourney(
                deployment.journey(),
                deployment.name(),
                deployment.version(),
                deployment.deployedAt(),
                counts.started(),
                counts.running(),
                counts.ended(),
                counts.declined(),
                figures.editions().stream().map(JourneysApi::edition).toList());
    }

    private static OneEdition edition(EditionInUse edition) {
        return new OneEdition(
                edition.mark().hash(),
                edition.version(),
                edition.mark().revision(),
                edition.mark().changed(),
                edition.since(),
                edition.newest(),
                edition.kept(),
                edition.started(),
                edition.running());
    }
}
