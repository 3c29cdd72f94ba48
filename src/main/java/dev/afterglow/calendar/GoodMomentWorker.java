package dev.afterglow.calendar;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Wait for a good moment". */
@Component
public class GoodMomentWorker {

    private final FindingMoments moments;
    private final Runs runs;

    GoodMomentWorker(FindingMoments moments, Runs runs) {
        this.moments = moments;
        this.runs = runs;
    }

    /**
     * Finds the moment; the timer behind the step waits for it.
     *
     * @return {@code moment}: an ISO 8601 date and time with its offset
     */
    @JobWorker(type = "calendar.good-moment", fetchVariables = "parcelId")
    public Map<String, String> find(
            ActivatedJob job,
            @Variable(name = "parcelId", optional = true) @Nullable String parcelId,
            @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        Wait wait = Wait.of(new Fields(headers));
        return Map.of(
                "moment",
                moments.find(run, step.element(), parcelId, wait).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
