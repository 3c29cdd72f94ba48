package dev.afterglow.support;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The step "Look at the case". */
@Component
public class LookAtCaseWorker {

    private static final String TAKES = "a time such as PT4H or P1D";
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private final LookingAtCases looking;

    LookAtCaseWorker(LookingAtCases looking) {
        this.looking = looking;
    }

    /** Says what is to be done about the case, and when to look again. */
    @JobWorker(type = "support.look-at-case")
    @StepField(name = "remind-before", matches = "P(T?[0-9]+[DHM])+", takes = TAKES)
    public CaseOutlook look(@Variable String caseId, @CustomHeaders Map<String, String> headers) {
        return looking.look(
                caseId,
                new Fields(headers)
                        .read("remind-before", Duration::parse, TAKES)
                        .orElse(FOUR_HOURS));
    }
}
