package dev.afterglow.calendar;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Wait for a good moment". */
@Component
public class GoodMomentWorker {

    /** Days a table gives, in place of the header "after". */
    private static final String DAYS = "afterDays";

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
    @JobWorker(
            type = "calendar.good-moment",
            fetchVariables = {"parcelId", "since", DAYS})
    @StepField(
            name = "after",
            matches = "P(?=\\d|T\\d)(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?)?",
            takes = "a duration such as P3D, PT4H or P1DT12H")
    @StepField(
            name = "from",
            oneOf = {"now", "paid", "delivered"})
    @StepField(name = "since", input = true)
    @StepField(name = "at", matches = "(?:[01][0-9]|2[0-3]):[0-5][0-9]", takes = "a time of day such as 09:00")
    @StepField(
            name = "days",
            oneOf = {"any", "weekdays", "business-days"})
    @StepField(
            name = "spread",
            matches = "[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-3][0-9]|240",
            takes = "a whole number from 0 to 240")
    @StepField(name = DAYS, input = true)
    public Map<String, String> find(
            ActivatedJob job,
            @Variable(name = "parcelId", optional = true) @Nullable String parcelId,
            @Variable(name = "since", optional = true) @Nullable String since,
            @Variable(name = DAYS, optional = true) @Nullable Integer days,
            @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        Fields fields = new Fields(headers);
        return Map.of(
                "moment",
                moments.find(run, step.element(), parcelId, wait(fields, days), since(since, fields))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    // why: the engine works it out once, when the run comes to the step; a job that is repeated gets the same.
    private static @Nullable Instant since(@Nullable String text, Fields fields) {
        try {
            return text == null ? null : EngineTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw fields.wrong("since", "=string(now())");
        }
    }

    private static Wait wait(Fields fields, @Nullable Integer days) {
        Wait wait = Wait.of(fields);
        if (days != null && days < 0) {
            throw new JourneyProblem(
                    "HEADER_WRONG",
                    "the input \"%s\" is %d; it takes a whole number of days from 0".formatted(DAYS, days));
        }
        return days == null ? wait : wait.afterDays(days);
    }
}
