package dev.afterglow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLikelihoodTest {

    private static final double HAIR = 1e-9;

    /** The cells of the table: both, only the first, only the second, neither. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 2.7725887",
        "10, 0, 0, 10, 27.7258872",
        "5, 1995, 0, 100000, 39.3305",
        "1000, 1995, 1000, 100000, 4730.7368",
        // By hand: 2 (30 ln 1.5 + 10 ln 0.5 + 20 ln (2/3) + 40 ln (4/3)).
        "30, 10, 20, 40, 17.2609243",
        "1, 1, 1, 1, 0",
        "0, 5, 5, 0, 13.8629436"
    })
    void theRatioIsWhatTheFormulaSays(long both, long first, long second, long neither, double ratio) {
        assertThat(LogLikelihood.ratio(both, both + first, both + second, both + first + second + neither))
                .isCloseTo(ratio, within(1e-4));
    }

    @Test
    void itIsNeverNegativeTheSameBothWaysAndGrowsWithTheEvidence() {
        Random random = new Random(19);
        for (int i = 0; i < 2_000; i++) {
            long both = random.nextInt(50);
            long first = both + random.nextInt(50);
            long second = both + random.nextInt(50);
            long all = first + second - both + random.nextInt(500);
            if (all > 0) {
                double ratio = LogLikelihood.ratio(both, first, second, all);
                assertThat(ratio).isNotNegative().isFinite();
                assertThat(LogLikelihood.ratio(both, second, first, all)).isCloseTo(ratio, within(HAIR + ratio * HAIR));
                assertThat(LogLikelihood.ratio(2 * both, 2 * first, 2 * second, 2 * all))
                        .isCloseTo(2 * ratio, within(HAIR + ratio * HAIR));
            }
        }
    }

    @Test
    void independentThingsSurpriseNobodyAndRepellingOnesDoNotAttract() {
        assertThat(LogLikelihood.ratio(20, 40, 50, 100)).isCloseTo(0, within(HAIR));
        assertThat(LogLikelihood.attracts(20, 40, 50, 100)).isFalse();
        assertThat(LogLikelihood.attracts(21, 40, 50, 100)).isTrue();
        assertThat(LogLikelihood.attracts(0, 50, 50, 100)).isFalse();
        assertThat(LogLikelihood.ratio(0, 50, 50, 100)).isGreaterThan(100);
    }
}
