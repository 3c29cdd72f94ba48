package dev.afterglow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveysTest {

    private static final String GOOD = """
            score: nps
            question: {en: "Would you recommend us?", de: "Würden Sie uns empfehlen?"}
            comment: {en: "Why?", de: "Warum?"}
            thanks: {en: Thank you., de: Danke.}
            """;

    private static final Run LATER =
            new Run("run", "Later", 1, null, "1001", 1, "1001", null, Run.State.RUNNING, null, Instant.EPOCH, null);

    private final JourneyFolders folders = mock(JourneyFolders.class);
    private final Surveys surveys = new Surveys(folders, JourneyRoom.editions(folders), mock(Runs.class));

    @Test
    void whatIsLeftOutHasADefault() {
        put(GOOD);
        Survey survey = surveys.of(LATER, "us");

        assertThat(survey.kind()).isEqualTo(ScoreKind.NPS);
        assertThat(survey.aboutProduct()).isFalse();
        assertThat(survey.openFor()).isEqualTo(Duration.ofDays(60));
        assertThat(survey.extras()).isEmpty();
        assertThat(survey.question().in(Locale.GERMANY, null)).isEqualTo("Würden Sie uns empfehlen?");
        assertThat(survey.question().in(Locale.FRENCH, null)).isEqualTo("Would you recommend us?");
    }

    @Test
    void aNewVersionServesAtOnceAndAWrongOneDoesNot() {
        put(GOOD);
        surveys.of(LATER, "us");
        put(GOOD.replace("nps", "csat"));
        assertThat(surveys.of(LATER, "us").kind()).isEqualTo(ScoreKind.CSAT);

        put(GOOD.replace("nps", "stars"));
        assertThat(surveys.of(LATER, "us").kind()).isEqualTo(ScoreKind.CSAT);

        put(GOOD.replace("nps", "ces"));
        assertThat(surveys.of(LATER, "us").kind()).isEqualTo(ScoreKind.CES);
    }

    @Test
    void oneThatNeverWasRightOrIsNotThereIsAProblem() {
        put("score: stars");
        assertThatThrownBy(() -> surveys.of(LATER, "us"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("later/surveys/us.yaml: line 1: \"stars\" is not known here");
        assertThatThrownBy(() -> surveys.of(LATER, "them"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("later/surveys/them.yaml");
    }

    @Test
    void theNameOfASurveyIsTakenOnlyOnce() {
        JourneyFolder own = folder("later", GOOD);
        when(folders.of("Later")).thenReturn(Optional.of(own));
        when(folders.current()).thenReturn(List.of(own, folder("other", GOOD)));
        assertThatThrownBy(() -> surveys.of(LATER, "us"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("the folder other holds a survey with this name too");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour: red                                                    | 5 | "colour" is not known here
            open-for: 30 days                                              | 5 | open-for must be days
            open-for: P400D                                                | 5 | open-for must be days
            low: {en: bad}                                                 | 5 | not written in the same languages
            low: {de: schlecht}                                            | 5 | the text in English is missing
            low: {en: "{product}", de: x}                                  | 5 | known only with "about: product"
            extra: [{name: a, kind: choice, text: {en: b, de: c}}]         | 5 | "choices" belong to the kind
            extra: [{name: A, kind: text, text: {en: b, de: c}}]           | 5 | a name must be small letters
            extra: {name: a}                                               | 5 | here must be a list
            score: csat                                                    | 5 | stands here twice
            """)
    void whatIsWrongIsNamedWithItsLine(String line, int number, String reason) {
        assertThatThrownBy(() -> SurveyFile.read("us", "later/surveys/us.yaml", GOOD + line))
                .isInstanceOfSatisfying(SurveyRefused.class, refused -> {
                    assertThat(refused.line()).isEqualTo(number);
                    assertThat(refused.reason()).contains(reason);
                });
    }

    @Test
    void theReferencesExampleIsRight() throws Exception {
        String page = Files.readString(Path.of("docs/reference/surveys.md"));
        String example =
                page.substring(page.indexOf("```yaml") + 8, page.indexOf("```\n", page.indexOf("```yaml") + 8));
        assertThat(SurveyFile.read("example", "example.yaml", example).extras()).hasSize(2);
    }

    @Test
    void aFormIsMadeSenseOf() {
        Survey survey = SurveyFile.read("us", "us.yaml", GOOD + """
                extra:
                  - {name: when, kind: birthday, text: {en: "Birthday?", de: "Geburtstag?"}}
                """);
        LocalDate today = LocalDate.of(2026, 5, 10);
        assertThat(read(survey, Map.of("score", "0"), today).trouble()).isNull();
        assertThat(read(survey, Map.of("score", "11"), today).trouble()).isEqualTo("survey.trouble.score");
        assertThat(read(survey, Map.of("score", "04"), today).trouble()).isEqualTo("survey.trouble.score");
        assertThat(read(survey, born("29", "2", "1991"), today).trouble()).isEqualTo("survey.trouble.birthday");
        assertThat(read(survey, born("29", "2", ""), today).birthday()).isNotNull();
        assertThat(read(survey, born("11", "5", "2026"), today).trouble()).isEqualTo("survey.trouble.birthday");
        assertThat(read(survey, born("10", "5", "1899"), today).trouble()).isEqualTo("survey.trouble.birthday");
        assertThat(read(survey, born("x", "5", ""), today).trouble()).isEqualTo("survey.trouble.birthday");
        assertThat(read(survey, Map.of("score", "5", "remark", "😀".repeat(3_000)), today)
                        .remark())
                .hasSizeLessThan(4_000)
                .endsWith("😀");
    }

    private static Map<String, String> born(String day, String month, String year) {
        return Map.of("score", "7", "birth-day", day, "birth-month", month, "birth-year", year);
    }

    private static Given read(Survey survey, Map<String, String> form, LocalDate today) {
        return Given.read(survey, field -> form.getOrDefault(field, ""), today);
    }

    private void put(String yaml) {
        JourneyFolder folder = folder("later", yaml);
        when(folders.of("Later")).thenReturn(Optional.of(folder));
        when(folders.current()).thenReturn(List.of(folder));
    }

    private static JourneyFolder folder(String name, String yaml) {
        return new JourneyFolder(name, new TreeMap<>(Map.of("surveys/us.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
