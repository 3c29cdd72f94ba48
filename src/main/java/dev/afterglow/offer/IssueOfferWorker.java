package dev.afterglow.offer;

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
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Issue code". */
@Component
public class IssueOfferWorker {

    private static final String FROM_TABLE = "offerFromTable";

    private final IssuingOffer issuing;
    private final Reminding reminding;
    private final Runs runs;

    IssueOfferWorker(IssuingOffer issuing, Reminding reminding, Runs runs) {
        this.issuing = issuing;
        this.reminding = reminding;
        this.runs = runs;
    }

    /**
     * The answer, as the diagram reads it.
     *
     * @param offerId null when the month's codes are spent, or the customer is not known (any more)
     * @param moment when to remind, as a date and time with offset; null when the step does not say
     */
    public record Issued(@Nullable String offerId, @Nullable String moment) {}

    /** Gives the run's customer a code; the code itself never reaches the engine. */
    @JobWorker(
            type = "offer.issue",
            fetchVariables = {"businessKey", FROM_TABLE})
    @StepField(name = "offer", required = true, matches = "[A-Za-z0-9_-]+", takes = "the name of a file in offers")
    @StepField(name = FROM_TABLE, input = true)
    @StepField(name = "remind", matches = "P[0-9]{1,3}D", takes = "days such as P5D")
    public Issued issue(
            ActivatedJob job,
            @Variable(name = FROM_TABLE, optional = true) @Nullable String fromTable,
            @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        Fields fields = new Fields(headers);
        String name = Optional.ofNullable(fromTable)
                .or(() -> fields.text("offer"))
                .orElseThrow(() -> new JourneyProblem("HEADER_MISSING", "the step has no header \"offer\""));
        Optional<Period> before = fields.read("remind", Period::parse, "days such as P5D");
        Optional<Offer> offer = issuing.issue(run, step.element(), name);
        return new Issued(
                offer.map(Offer::id).orElse(null),
                offer.flatMap(given -> before.flatMap(days -> reminding.moment(given, days)))
                        .orElse(null));
    }
}
