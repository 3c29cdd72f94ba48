package dev.afterglow.console;

import dev.afterglow.access.Role;
import dev.afterglow.feedback.Band;
import dev.afterglow.feedback.Figure;
import dev.afterglow.feedback.Result;
import dev.afterglow.feedback.Results;
import dev.afterglow.feedback.Said;
import dev.afterglow.feedback.ScoreKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What customers answered: a figure for each survey, and the latest in their own words. */
@StaffPage
class FeedbackPage {

    static final int MOST = 50;

    private final Results results;

    FeedbackPage(Results results) {
        this.results = results;
    }

    /**
     * One survey.
     *
     * @param figure such as "80 %"
     * @param interval how sure that is, in words
     */
    record OneSurvey(
            String name, String measures, String figure, String interval, long asked, long answered, List<Bar> bars) {}

    /**
     * How many gave one score.
     *
     * @param width of a hundred
     */
    record Bar(int score, long count, long width, String band) {}

    /** One answer. */
    record OneAnswer(
            String survey,
            int score,
            Tone tone,
            String remark,
            @Nullable String product,
            @Nullable String orderId,
            @Nullable String customerId,
            Instant at) {}

    @GetMapping("/feedback")
    String show(Model model, Authentication somebody) {
        boolean mayRead = Role.OPERATOR.isOf(somebody);
        model.addAttribute(
                "surveys", results.all().stream().map(FeedbackPage::survey).toList());
        model.addAttribute(
                "answers",
                results.latest(MOST).stream().map(said -> answer(said, mayRead)).toList());
        model.addAttribute("mayRead", mayRead);
        return "feedback";
    }

    private static OneSurvey survey(Result result) {
        long most = Math.max(
                1,
                result.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        return new OneSurvey(
                result.survey(),
                measures(result.kind()),
                result.figure().isEmpty()
                        ? "–"
                        : number(result.kind(), result.figure().value()),
                interval(result.kind(), result.figure()),
                result.asked(),
                result.figure().answers(),
                result.counts().entrySet().stream()
                        .map(score -> new Bar(
                                score.getKey(),
                                score.getValue(),
                                100 * score.getValue() / most,
                                result.kind().band(score.getKey()).word()))
                        .toList());
    }

    private static String measures(ScoreKind kind) {
        return switch (kind) {
            case CSAT -> "CSAT: share of those who gave 4 or 5";
            case CES -> "CES: share of those who gave 6 or 7";
            case NPS -> "NPS: share of 9 and 10 less share of 0 to 6";
            case YES_NO -> "Yes or no: share of those who said yes (1)";
        };
    }

    private static String interval(ScoreKind kind, Figure figure) {
        if (figure.isEmpty()) {
            return "Nobody has answered yet.";
        }
        Double low = figure.low();
        Double high = figure.high();
        return low == null || high == null
                ? "Too few answers to say how sure that is."
                : "With 95 %% certainty between %s and %s.".formatted(number(kind, low), number(kind, high));
    }

    private static String number(ScoreKind kind, double value) {
        return kind == ScoreKind.NPS
                ? String.format(Locale.ENGLISH, "%+.0f", value)
                : String.format(Locale.ENGLISH, "%.0f %%", value);
    }

    private static OneAnswer answer(Said said, boolean mayRead) {
        String remark = said.remark() == null ? "" : mayRead ? said.remark() : Mask.DOTS;
        return new OneAnswer(
                said.survey(),
                said.score(),
                tone(said.band()),
                remark,
                said.product(),
                said.orderId(),
                said.customerId(),
                said.at());
    }

    private static Tone tone(Band band) {
        return switch (band) {
            case LOW -> Tone.TROUBLE;
            case MIDDLE -> Tone.PLAIN;
            case HIGH -> Tone.GOOD;
        };
    }
}
