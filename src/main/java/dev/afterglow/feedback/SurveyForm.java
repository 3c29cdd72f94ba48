package dev.afterglow.feedback;

import dev.afterglow.feedback.Survey.Extra;
import dev.afterglow.feedback.Survey.Kind;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A survey as one person sees it.
 *
 * @param worded whether the scores are words, and not numbers
 * @param low what the lowest score means; empty when that is plain
 * @param remark what stands in the field for a comment
 */
record SurveyForm(
        String question,
        boolean worded,
        String low,
        String high,
        List<Score> scores,
        String comment,
        String remark,
        List<Field> fields) {

    /**
     * One score.
     *
     * @param text what stands on its button
     */
    record Score(int value, String text, boolean chosen) {}

    /**
     * A further question.
     *
     * @param name of its field
     * @param said what stands in it
     * @param months for a birthday
     */
    record Field(
            String name,
            String kind,
            String text,
            String said,
            List<Option> options,
            Birth birth,
            List<Option> months) {}

    /** One answer of several. */
    record Option(String name, String text, boolean chosen) {}

    /** What stands in the fields of a birthday. */
    record Birth(String day, String year) {}

    /**
     * Draws a form.
     *
     * @param said what stands in a field, by its name; an empty text when nothing
     * @param asksBirthday false for those whose birthday is known
     */
    static SurveyForm of(
            Survey survey, SurveyRequest request, UnaryOperator<String> said, boolean asksBirthday, Locale locale) {
        String product = request.product();
        return new SurveyForm(
                survey.question().in(locale, product),
                survey.kind().isWorded(),
                survey.kind().isWorded() || survey.low() == null
                        ? ""
                        : survey.low().in(locale, product),
                survey.kind().isWorded() || survey.high() == null
                        ? ""
                        : survey.high().in(locale, product),
                scores(survey, said.apply("score"), locale, product),
                survey.comment().in(locale, product),
                said.apply("remark"),
                survey.extras().stream()
                        .filter(extra -> extra.kind() != Kind.BIRTHDAY || asksBirthday)
                        .map(extra -> field(extra, product == null ? "" : product, said, locale))
                        .toList());
    }

    // why: numbers are read from the least on, but yes comes before no.
    private static List<Score> scores(Survey survey, String chosen, Locale locale, @Nullable String product) {
        List<Score> scores = survey.kind().scores().stream()
                .map(score ->
                        new Score(score, survey.text(score, locale, product), chosen.equals(Integer.toString(score))))
                .toList();
        return survey.kind().isWorded() ? scores.reversed() : scores;
    }

    private static Field field(Extra extra, String product, UnaryOperator<String> said, Locale locale) {
        String name = "extra-" + extra.name();
        List<Option> options = extra.choices().stream()
                .map(choice -> new Option(
                        choice.name(),
                        choice.text().in(locale, product),
                        said.apply(name).equals(choice.name())))
                .toList();
        return new Field(
                name,
                extra.kind().name().toLowerCase(Locale.ROOT),
                extra.text().in(locale, product),
                said.apply(name),
                options,
                new Birth(said.apply("birth-day"), said.apply("birth-year")),
                months(said.apply("birth-month"), locale));
    }

    private static List<Option> months(String chosen, Locale locale) {
        return Stream.of(Month.values())
                .map(month -> {
                    String number = Integer.toString(month.getValue());
                    return new Option(
                            number, month.getDisplayName(TextStyle.FULL_STANDALONE, locale), number.equals(chosen));
                })
                .toList();
    }
}
