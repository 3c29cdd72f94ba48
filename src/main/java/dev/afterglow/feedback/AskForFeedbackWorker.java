package dev.afterglow.feedback;

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

/** The step "Ask for feedback". */
@Component
public class AskForFeedbackWorker {

    private final AskingForFeedback asking;
    private final Runs runs;

    AskForFeedbackWorker(AskingForFeedback asking, Runs runs) {
        this.asking = asking;
        this.runs = runs;
    }

    /**
     * Opens a survey; the message that follows asks for it.
     *
     * @return {@code surveyId}: what to wait for an answer to; null when there is nothing to ask about
     */
    @StepField(name = "survey", required = true, matches = "[a-z][a-z0-9-]{0,39}", takes = "the name of a survey")
    @JobWorker(type = "feedback.ask", fetchVariables = "businessKey")
    public Map<String, @Nullable String> ask(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        String survey = headers.get("survey");
        if (survey == null || survey.isBlank()) {
            throw new JourneyProblem("HEADER_MISSING", "the step has no header \"survey\"");
        }
        return Collections.singletonMap(
                "surveyId",
                asking.ask(run, step.element(), survey).map(SurveyRequest::id).orElse(null));
    }
}
