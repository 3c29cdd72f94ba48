package dev.afterglow.review;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Invite to review". */
@Component
public class InviteToReviewWorker {

    private static final int MOST = 5;
    private static final int USUAL = 3;

    private final InvitingToReview inviting;
    private final Runs runs;

    InviteToReviewWorker(InvitingToReview inviting, Runs runs) {
        this.inviting = inviting;
        this.runs = runs;
    }

    /**
     * Opens a request for reviews; the message that follows asks for them.
     *
     * @return {@code reviewId}: what to wait for a review to; null when there is nothing to review
     */
    @StepField(name = "products", matches = "[1-5]", takes = "a whole number from 1 to 5")
    @JobWorker(type = "review.invite", fetchVariables = "businessKey")
    public Map<String, @Nullable String> invite(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        int most = new Fields(headers).number("products", 1, MOST, USUAL);
        return Collections.singletonMap(
                "reviewId", inviting.invite(run, most).map(ReviewRequest::id).orElse(null));
    }
}
