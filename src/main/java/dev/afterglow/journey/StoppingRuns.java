package dev.afterglow.journey;

import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends runs from outside: at once in our own books, in the engine as soon as it can be reached. */
@Service
public class StoppingRuns {

    private final Runs runs;
    private final Cancellations cancellations;
    private final ApplicationEventPublisher announcements;

    StoppingRuns(Runs runs, Cancellations cancellations, ApplicationEventPublisher announcements) {
        this.runs = runs;
        this.cancellations = cancellations;
        this.announcements = announcements;
    }

    /**
     * Ends every run that is on its way for one of these customers or about one of these orders, in the caller's
     * transaction; neither list may be empty.
     *
     * @return how many were running
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int stop(Collection<String> customers, Collection<String> orders, String reason) {
        int asked = cancellations.ask(customers, orders, reason);
        if (asked > 0) {
            runs.end(customers, orders, reason);
            announcements.publishEvent(new CancellationAsked(asked));
        }
        return asked;
    }
}
