package dev.afterglow.feedback;

import dev.afterglow.customer.Birthday;
import dev.afterglow.feedback.Survey.Extra;
import dev.afterglow.feedback.Survey.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a form brought, made sense of.
 *
 * @param trouble the name of the text that says what is wrong; null when nothing is
 */
record Given(
        int score,
        @Nullable String remark,
        Map<String, String> extras,
        @Nullable Birthday birthday,
        @Nullable String trouble) {

    private static final int LONGEST = 2_000;
    private static final int OLDEST = 120;

    /**
     * Reads a form.
     *
     * @param field gives what stands in a field, or an empty text
     * @param today at the customer's
     */
    static Given read(Survey survey, UnaryOperator<String> field, LocalDate today) {
        int score = score(survey.kind(), field.apply("score"));
        Map<String, String> extras = new LinkedHashMap<>();
        for (Extra extra : survey.extras()) {
            answer(extra, cut(field.apply("extra-" + extra.name()))).ifPresent(said -> extras.put(extra.name(), said));
        }
        String remark = cut(field.apply("remark"));
        boolean asksBirthday = survey.extras().stream().anyMatch(extra -> extra.kind() == Kind.BIRTHDAY);
        Birthday birthday = null;
        String trouble = score < 0 ? "survey.trouble.score" : null;
        try {
            birthday = asksBirthday ? birthday(field, today) : null;
        } catch (DateTimeException | NumberFormatException noDay) {
            trouble = trouble == null ? "survey.trouble.birthday" : trouble;
        }
        return new Given(score, remark.isEmpty() ? null : remark, extras, birthday, trouble);
    }

    private static int score(ScoreKind kind, String text) {
        return kind.scores().stream()
                .filter(score -> Integer.toString(score).equals(text))
                .findFirst()
                .orElse(-1);
    }

    private static Optional<String> answer(Extra extra, String said) {
        return switch (extra.kind()) {
            case TEXT -> said.isEmpty() ? Optional.empty() : Optional.of(said);
            case CHOICE ->
                extra.choices().stream()
                        .map(Survey.Choice::name)
                        .filter(said::equals)
                        .findFirst();
            case BIRTHDAY -> Optional.empty();
        };
    }

    private static @Nullable Birthday birthday(UnaryOperator<String> field, LocalDate today) {
        String day = field.apply("birth-day").strip();
        String month = field.apply("birth-month").strip();
        String year = field.apply("birth-year").strip();
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return null;
        }
        Birthday said = new Birthday(
                Integer.parseInt(month), Integer.parseInt(day), year.isEmpty() ? null : Integer.valueOf(year));
        if (said.year() != null) {
            LocalDate born = LocalDate.of(said.year(), said.month(), said.day());
            if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
                throw new DateTimeException("nobody alive was born then");
            }
        }
        return said;
    }

    // why: what is too long is cut off in the middle of no character.
    private static String cut(String text) {
        String said = text.strip().replace("\u0000", "");
        return said.length() <= LONGEST
                ? said
                : said.substring(0, said.offsetByCodePoints(0, said.codePointCount(0, LONGEST - 1)));
    }
}
