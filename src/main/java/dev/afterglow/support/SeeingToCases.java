package dev.afterglow.support;

import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Routing;
import dev.afterglow.support.CaseEntry.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people, and journeys, do about cases. Everything is written down with who did it, and journeys are told of it.
 * Each answers false when nothing was changed, because somebody was quicker.
 */
@Service
public class SeeingToCases {

    private static final String SENDER = "afterglow:support";
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(1);

    private final Cases cases;
    private final CaseEntries entries;
    private final Events events;
    private final Clock clock;

    SeeingToCases(Cases cases, CaseEntries entries, Events events, Clock clock) {
        this.cases = cases;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case.
     *
     * @param reason why, as a short word with dashes
     * @param within until when somebody should have seen to it
     */
    @Transactional
    public boolean open(String id, String customerId, @Nullable String orderId, String reason, Duration within) {
        Instant now = clock.instant();
        if (!cases.open(id, customerId, orderId, reason, now, now.plus(within))) {
            return false;
        }
        tell(id, "case.opened", entries.add(id, Kind.OPENED, now, null, null, null), Routing.NONE);
        return true;
    }

    /**
     * Gives an open case to somebody, who may be oneself.
     *
     * @param seen who had it, as the person who gives it saw; empty for nobody
     */
    @Transactional
    public boolean give(String id, String to, String seen, String by) {
        if (!cases.give(id, to, seen)) {
            return false;
        }
        tell(id, "case.changed", entries.add(id, Kind.GIVEN, clock.instant(), by, to, null), Routing.NONE);
        return true;
    }

    /** Keeps what somebody wrote about a case, open or not. */
    @Transactional
    public boolean note(String id, String words, String by) {
        if (cases.find(id).isEmpty()) {
            return false;
        }
        entries.add(id, Kind.NOTED, clock.instant(), by, null, words);
        return true;
    }

    /** Sets another deadline. A case of another system that had none is watched from then on. */
    @Transactional
    public boolean due(String id, Instant dueAt, String by) {
        boolean watched = cases.find(id).map(Case::dueAt).isPresent();
        if (!cases.due(id, dueAt)) {
            return false;
        }
        String entry = entries.add(id, Kind.DUE, clock.instant(), by, dueAt.toString(), null);
        tell(id, watched ? "case.changed" : "case.opened", entry, Routing.NONE);
        return true;
    }

    /** Closes an open case. */
    @Transactional
    public boolean close(String id, CaseOutcome outcome, @Nullable String words, String by) {
        Instant now = clock.instant();
        if (!cases.close(id, outcome, by, now)) {
            return false;
        }
        String entry = entries.add(id, Kind.CLOSED, now, by, outcome.word(), words);
        tell(id, "case.closed", entry, new Routing(Map.of("outcome", outcome.word())));
        return true;
    }

    /** Opens a closed case again, with as much time as it had when it was opened first. */
    @Transactional
    public boolean reopen(String id, @Nullable String words, String by) {
        Instant now = clock.instant();
        Duration within = cases.find(id).map(SeeingToCases::within).orElse(ANSWERED_WITHIN);
        if (!cases.reopen(id, now, now.plus(within))) {
            return false;
        }
        tell(id, "case.opened", entries.add(id, Kind.REOPENED, now, by, null, words), Routing.NONE);
        return true;
    }

    /** Notes that people were called about this deadline, once for each. */
    @Transactional
    void called(String id, Calling why, Instant dueAt, @Nullable String address) {
        if (cases.called(id, why, dueAt)) {
            Kind kind = why == Calling.REMINDER ? Kind.REMINDED : Kind.ESCALATED;
            entries.add(id, kind, clock.instant(), null, address, null);
        }
    }

    private static Duration within(Case closed) {
        Duration had = closed.dueAt() == null ? ANSWERED_WITHIN : Duration.between(closed.openedAt(), closed.dueAt());
        return had.isPositive() ? had : ANSWERED_WITHIN;
    }

    private void tell(String id, String type, String entry, Routing routing) {
        Case one = cases.find(id).orElseThrow();
        events.record(
                new Event(SENDER, entry, entry, type, id, one.orderId(), one.customerId(), null, "", clock.instant()),
                routing);
    }
}
