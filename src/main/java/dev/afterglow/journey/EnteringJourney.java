package dev.afterglow.journey;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who enters a journey, and keeps count of who is in it. */
@Service
class EnteringJourney {

    static final String ALREADY_ENTERED = "already-entered";
    static final String NOT_IN_AUDIENCE = "not-in-audience";
    static final String CLOSED = "journey-closed";
    static final String HELD_OUT = "held-out";
    static final String ENTERED_BEFORE = "entered-before";

    private static final int HUNDRED = 100;

    private final Runs runs;
    private final List<AdmissionRule> rules;
    private final RepeatBuyers repeatBuyers;
    private final MeterRegistry meters;
    private final Clock clock;

    EnteringJourney(
            Runs runs, List<AdmissionRule> rules, RepeatBuyers repeatBuyers, MeterRegistry meters, Clock clock) {
        this.runs = runs;
        this.rules = rules;
        this.repeatBuyers = repeatBuyers;
        this.meters = meters;
        this.clock = clock;
    }

    /** Admits or declines; asked again for the same instance, the answer is the same. */
    @Transactional
    Admission enter(Step step, Entry entry, EntryTerms terms) {
        Run run = runs.enter(step, entry, objection(step, entry, terms).orElse(null));
        if (run.instanceKey() != step.instanceKey()) {
            return new Admission(false, ALREADY_ENTERED);
        }
        count(run.journey(), run.state() == Run.State.RUNNING ? "started" : "declined");
        return new Admission(run.state() != Run.State.DECLINED, run.reason());
    }

    /** Records the end of an instance; the reason is null when it went the whole way. */
    void leave(Step step, Leaving leaving) {
        if (runs.end(step.instanceKey(), leaving.endReason())) {
            count(step.journey(), "ended");
        }
    }

    private Optional<String> objection(Step step, Entry entry, EntryTerms terms) {
        if (terms.internal()) {
            return ofTerms(step, entry, terms);
        }
        return rules.stream()
                .flatMap(rule -> rule.objection(step.journey(), entry).stream())
                .findFirst()
                .or(() -> ofTerms(step, entry, terms));
    }

    private Optional<String> ofTerms(Step step, Entry entry, EntryTerms terms) {
        if (terms.audience() == EntryTerms.Audience.NOBODY) {
            return Optional.of(CLOSED);
        }
        if (!isFor(terms.audience(), entry)) {
            return Optional.of(NOT_IN_AUDIENCE);
        }
        if (isHeldOut(step, entry, terms.holdout())) {
            return Optional.of(HELD_OUT);
        }
        return enteredBefore(step, entry, terms.reEntry()) ? Optional.of(ENTERED_BEFORE) : Optional.empty();
    }

    private boolean isFor(EntryTerms.Audience audience, Entry entry) {
        return switch (audience) {
            case EVERYONE -> true;
            case FIRST_TIME -> !repeatBuyers.include(entry);
            case REPEAT -> repeatBuyers.include(entry);
            case NOBODY -> false;
        };
    }

    private static boolean isHeldOut(Step step, Entry entry, int percent) {
        String whose = entry.customerId() == null ? entry.businessKey() : entry.customerId();
        return Lot.of(step.journey(), whose).below(HUNDRED) < percent;
    }

    private boolean enteredBefore(Step step, Entry entry, ReEntry reEntry) {
        String customer = entry.customerId();
        return customer != null
                && reEntry.countsSince(clock.instant())
                        .filter(since -> runs.enteredSince(step, customer, since))
                        .isPresent();
    }

    private void count(String journey, String state) {
        meters.counter("afterglow.journey.runs", "journey", journey, "state", state)
                .increment();
    }
}
