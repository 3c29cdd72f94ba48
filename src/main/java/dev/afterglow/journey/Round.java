package dev.afterglow.journey;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers to one round of publishing. */
class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private record Refusal(WaitingEvent event, String reason) {}

    private final List<WaitingEvent> taken = new ArrayList<>();
    private final List<WaitingEvent> later = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private boolean absent;

    synchronized void add(WaitingEvent event, Verdict verdict) {
        switch (verdict) {
            case Verdict.Taken() -> taken.add(event);
            case Verdict.Busy() -> later.add(event);
            case Verdict.Refused(String reason) -> refused.add(new Refusal(event, reason));
            case Verdict.Absent() -> {
                absent = true;
                later.add(event);
            }
        }
    }

    /** Nobody answered at least once. */
    synchronized boolean absent() {
        return absent;
    }

    /** What must be tried again. */
    synchronized List<WaitingEvent> later() {
        return List.copyOf(later);
    }

    /** Keeps what is decided. */
    synchronized void settle(Outbox outbox) {
        if (!taken.isEmpty()) {
            outbox.published(taken);
        }
        for (Refusal refusal : refused) {
            LOG.error("The engine refuses event {}: {}", refusal.event().eventId(), refusal.reason());
            outbox.refused(refusal.event(), refusal.reason());
        }
    }
}
