package dev.afterglow.journey;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes out, a few times a day, the files of editions nobody goes by any more. */
@Component
class PruningEditions {

    private static final Logger LOG = LoggerFactory.getLogger(PruningEditions.class);

    private final EditionRows rows;
    private final EditionSettings settings;
    private final Clock clock;

    PruningEditions(EditionRows rows, EditionSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT6H")
    void prune() {
        int pruned = rows.prune(clock.instant().minus(settings.keep()));
        if (pruned > 0) {
            LOG.info("The files of {} editions of journeys were taken out: nobody goes by them any more", pruned);
        }
    }
}
