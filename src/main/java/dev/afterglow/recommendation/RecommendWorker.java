package dev.afterglow.recommendation;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The step "Recommend products". */
@Component
public class RecommendWorker {

    private final Recommending recommending;
    private final Runs runs;

    RecommendWorker(Recommending recommending, Runs runs) {
        this.recommending = recommending;
        this.runs = runs;
    }

    /**
     * Looks whether anything goes well with what was bought.
     *
     * @return {@code recommended}: whether the message behind it has something to show
     */
    @JobWorker(type = "recommendation.recommend", fetchVariables = "businessKey")
    public Map<String, Boolean> recommend(ActivatedJob job) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        boolean any = !recommending.to(run.customerId(), run.orderId()).isEmpty();
        return Map.of("recommended", any);
    }
}
