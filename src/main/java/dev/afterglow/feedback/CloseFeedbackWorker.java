package dev.afterglow.feedback;

import dev.afterglow.journey.JourneyProblem;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Close the survey": nobody answered, and the page says so from now on. */
@Component
public class CloseFeedbackWorker {

    private final SurveyRequests requests;

    CloseFeedbackWorker(SurveyRequests requests) {
        this.requests = requests;
    }

    /** Closes it; one that is closed stays as it is. */
    @JobWorker(type = "feedback.close", fetchVariables = "surveyId")
    public void close(@Variable(name = "surveyId", optional = true) @Nullable String surveyId) {
        if (surveyId == null) {
            throw new JourneyProblem("SURVEY_MISSING", "no survey was opened before this step");
        }
        requests.close(surveyId);
    }
}
