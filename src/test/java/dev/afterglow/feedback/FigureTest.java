package dev.afterglow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Offset<Double> NEARLY = within(0.05);

    @Test
    void contentIsTheShareOfFoursAndFivesWithWilsonsInterval() {
        Figure figure = Figure.of(ScoreKind.CSAT, Map.of(1, 1L, 3, 1L, 4, 3L, 5, 5L));

        assertThat(figure.answers()).isEqualTo(10);
        assertThat(figure.value()).isEqualTo(80.0, NEARLY);
        assertThat(figure.low()).isEqualTo(49.02, NEARLY);
        assertThat(figure.high()).isEqualTo(94.33, NEARLY);
    }

    @Test
    void evenOneAnswerHasAnIntervalAndItIsWide() {
        Figure figure = Figure.of(ScoreKind.CES, Map.of(7, 1L));

        assertThat(figure.value()).isEqualTo(100.0, NEARLY);
        assertThat(figure.low()).isEqualTo(20.65, NEARLY);
        assertThat(figure.high()).isEqualTo(100.0, NEARLY);
    }

    @Test
    void promotersLessDetractorsByNormalApproximation() {
        Figure figure = Figure.of(ScoreKind.NPS, Map.of(0, 10L, 6, 10L, 7, 30L, 9, 30L, 10, 20L));

        assertThat(figure.value()).isEqualTo(30.0, NEARLY);
        assertThat(figure.low()).isEqualTo(14.60, NEARLY);
        assertThat(figure.high()).isEqualTo(45.40, NEARLY);
    }

    @Test
    void withFewAnswersNobodySaysHowSureANetScoreIs() {
        Figure figure = Figure.of(ScoreKind.NPS, Map.of(10, 9L));

        assertThat(figure.value()).isEqualTo(100.0, NEARLY);
        assertThat(figure.low()).isNull();
        assertThat(figure.high()).isNull();
    }

    @Test
    void nobodyAnsweredIsNoFigureAtAll() {
        assertThat(Figure.of(ScoreKind.CSAT, Map.of(5, 0L)).isEmpty()).isTrue();
    }

    @Test
    void everyScoreStandsInOneBand() {
        assertThat(ScoreKind.CSAT.scores())
                .extracting(ScoreKind.CSAT::band)
                .containsExactly(Band.LOW, Band.LOW, Band.MIDDLE, Band.HIGH, Band.HIGH);
        assertThat(ScoreKind.CES.band(3)).isEqualTo(Band.LOW);
        assertThat(ScoreKind.CES.band(6)).isEqualTo(Band.HIGH);
        assertThat(ScoreKind.NPS.band(6)).isEqualTo(Band.LOW);
        assertThat(ScoreKind.NPS.band(8)).isEqualTo(Band.MIDDLE);
        assertThat(ScoreKind.NPS.band(9)).isEqualTo(Band.HIGH);
    }
}
