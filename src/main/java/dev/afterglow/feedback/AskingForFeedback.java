package dev.afterglow.feedback;

import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens a survey for whom a journey is about. */
@Service
class AskingForFeedback {

    private final Surveys surveys;
    private final SurveyRequests requests;
    private final Orders orders;
    private final Clock clock;

    AskingForFeedback(Surveys surveys, SurveyRequests requests, Orders orders, Clock clock) {
        this.surveys = surveys;
        this.requests = requests;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Opens it; asked again for the same step of the same run, the answer is the same.
     *
     * @param name of the survey
     * @return empty when there is nothing to ask about: of a survey about a product, nothing was kept
     */
    Optional<SurveyRequest> ask(Run run, String step, String name) {
        Optional<SurveyRequest> before = requests.ofStep(run.journey(), run.businessKey(), step);
        if (before.isPresent()) {
            return before;
        }
        Survey survey = surveys.of(run, name);
        if (!survey.aboutProduct()) {
            return Optional.of(open(run, step, survey, null));
        }
        return Optional.ofNullable(run.orderId())
                .flatMap(orders::find)
                .flatMap(Order::mostPreciousKept)
                .map(line -> open(run, step, survey, line));
    }

    private SurveyRequest open(Run run, String step, Survey survey, @Nullable OrderLine line) {
        Instant now = clock.instant();
        return requests.open(new SurveyRequest(
                Generators.timeBasedEpochGenerator().generate().toString(),
                survey.name(),
                survey.kind(),
                run.journey(),
                run.businessKey(),
                step,
                run.orderId(),
                run.customerId(),
                line == null ? null : line.productId(),
                line == null ? null : line.title(),
                now,
                null,
                now.plus(survey.openFor()),
                null));
    }
}
