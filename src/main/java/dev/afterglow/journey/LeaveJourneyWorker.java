package dev.afterglow.journey;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** The listener on every end event of a journey. */
@Component
public class LeaveJourneyWorker {

    private final EnteringJourney journey;

    LeaveJourneyWorker(EnteringJourney journey) {
        this.journey = journey;
    }

    /** Records that the run has ended. */
    @JobWorker(type = "journey.leave", fetchVariables = "endReason")
    public void leave(ActivatedJob job, @VariablesAsType Leaving leaving) {
        journey.leave(Step.of(job), leaving);
    }
}
