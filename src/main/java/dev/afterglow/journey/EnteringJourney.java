package dev.afterglow.journey;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decides who enters a journey, and keeps count of who is in it. */
@Service
class EnteringJourney {

    static final String ALREADY_ENTERED = "already-entered";

    private final Runs runs;
    private final List<AdmissionRule> rules;
    private final MeterRegistry meters;

    EnteringJourney(Runs runs, List<AdmissionRule> rules, MeterRegistry meters) {
        this.runs = runs;
        this.rules = rules;
        this.meters = meters;
    }

    /** Admits or declines; asked again for the same instance, the answer is the same. */
    Admission enter(Step step, Entry entry) {
        Optional<String> objection = rules.stream()
                .flatMap(rule -> rule.objection(step.journey(), entry).stream())
                .findFirst();
        Run run = runs.enter(step, entry, objection.orElse(null));
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

    private void count(String journey, String state) {
        meters.counter("afterglow.journey.runs", "journey", journey, "state", state)
                .increment();
    }
}
