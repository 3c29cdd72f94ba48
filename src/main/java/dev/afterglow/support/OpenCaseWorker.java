package dev.afterglow.support;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The step "Open a case". */
@Component
public class OpenCaseWorker {

    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    private static final String REASON_TAKES = "a short word with dashes";

    private final SeeingToCases cases;
    private final Runs runs;

    OpenCaseWorker(SeeingToCases cases, Runs runs) {
        this.cases = cases;
        this.runs = runs;
    }

    /**
     * Opens one case for this step of this run. Headers: {@code reason}, a short word with dashes, and {@code within}, until
     * when somebody should have seen to it (ISO duration, one day when it is left out).
     *
     * @return {@code caseId}; null when nobody is known who could wait for an answer
     */
    @StepField(name = "reason", required = true, matches = "[a-z][a-z0-9-]{0,99}", takes = REASON_TAKES)
    @StepField(name = "within", matches = "P(T?[0-9]+[DHM])+", takes = "a time such as PT4H or P1D")
    @JobWorker(type = "support.open-case", fetchVariables = "businessKey")
    public Map<String, @Nullable String> open(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        Fields fields = new Fields(headers);
        String reason = fields.read("reason", OpenCaseWorker::reason, REASON_TAKES)
                .orElseThrow(() -> fields.wrong("reason", REASON_TAKES));
        Duration within = fields.read("within", Duration::parse, "a time such as PT4H or P1D")
                .orElse(Duration.ofDays(1));
        String customer = run.customerId();
        if (customer == null) {
            return Collections.singletonMap("caseId", null);
        }
        String id = id(run, step);
        cases.open(id, customer, run.orderId(), reason, within);
        return Collections.singletonMap("caseId", id);
    }

    // why: the same step of the same run is the same case, however often its job is delivered.
    private static String id(Run run, Step step) {
        String name = run.journey() + "\n" + run.businessKey() + "\n" + step.element();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String reason(String header) {
        if (!REASON.matcher(header).matches()) {
            throw new IllegalArgumentException(header);
        }
        return header;
    }
}
