package dev.afterglow.console;

import dev.afterglow.feedback.Result;
import dev.afterglow.feedback.Results;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came of surveys, in numbers. */
@RestController
class FeedbackApi {

    private final Results results;

    FeedbackApi(Results results) {
        this.results = results;
    }

    record Answer(List<OneResult> results) {}

    /** The interval is missing while there are too few answers to say. */
    record OneResult(
            String survey,
            String score,
            long asked,
            long answered,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            Map<Integer, Long> counts) {}

    @GetMapping("/api/feedback")
    Answer list() {
        return answer(results.all());
    }

    @GetMapping("/api/feedback/{survey}")
    Answer one(@PathVariable String survey) {
        List<Result> found = results.of(survey);
        if (found.isEmpty()) {
            throw new NotKnown("Nobody was asked to answer a survey with the name \"" + survey + "\".");
        }
        return answer(found);
    }

    private static Answer answer(List<Result> results) {
        return new Answer(results.stream().map(FeedbackApi::result).toList());
    }

    private static OneResult result(Result result) {
        var figure = result.figure();
        return new OneResult(
                result.survey(),
                result.kind().word(),
                result.asked(),
                figure.answers(),
                figure.isEmpty() ? null : figure.value(),
                figure.low(),
                figure.high(),
                result.counts());
    }
}
