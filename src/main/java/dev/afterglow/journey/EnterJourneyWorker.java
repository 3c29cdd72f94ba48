package dev.afterglow.journey;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The step "Enter journey". */
@Component
public class EnterJourneyWorker {

    private final EnteringJourney journey;

    EnterJourneyWorker(EnteringJourney journey) {
        this.journey = journey;
    }

    /** Admits or declines, and records the run. */
    @JobWorker(
            type = "journey.enter",
            fetchVariables = {"businessKey", "orderId", "customerId"})
    @StepField(name = "businessKey", input = true, required = true)
    @StepField(
            name = "class",
            oneOf = {"service", "marketing", "internal"})
    @StepField(
            name = "audience",
            oneOf = {"everyone", "first-time", "repeat", "nobody"})
    @StepField(
            name = "re-entry",
            matches = "once|once-per-customer|P(?=\\d)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?",
            takes = "once, once-per-customer or a period such as P1Y")
    @StepField(name = "holdout", matches = "[0-9]|[1-4][0-9]|50", takes = "a whole number from 0 to 50")
    public Admission enter(ActivatedJob job, @VariablesAsType Entry entry, @CustomHeaders Map<String, String> headers) {
        // why: the diagram may not map it, whatever the type says.
        if (entry.businessKey() == null || entry.businessKey().isBlank()) {
            throw new JourneyProblem("INPUT_MISSING", "the step has no input \"businessKey\"");
        }
        return journey.enter(Step.of(job), entry, EntryTerms.of(new Fields(headers)));
    }
}
