package dev.afterglow.feedback;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a score question measures, and on which scale. */
public enum ScoreKind {
    /** How content: 1 to 5. Low to 2, high from 4. */
    CSAT(1, 5, 2, 4),
    /** How easy it was made: 1 to 7. Low to 3, high from 6. */
    CES(1, 7, 3, 6),
    /** Whether one would recommend the shop: 0 to 10. Detractors to 6, promoters from 9. */
    NPS(0, 10, 6, 9),
    /** Whether it is so: no or yes. */
    YES_NO(0, 1, 0, 1);

    private final int least;
    private final int most;
    private final int lowTo;
    private final int highFrom;

    ScoreKind(int least, int most, int lowTo, int highFrom) {
        this.least = least;
        this.most = most;
        this.lowTo = lowTo;
        this.highFrom = highFrom;
    }

    /** The word used in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind with this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ScoreKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether its scores are words, and not numbers. */
    boolean isWorded() {
        return this == YES_NO;
    }

    /** Every score somebody can give, lowest first. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(least, most).boxed().toList();
    }

    /** Whether somebody can give it. */
    public boolean has(int score) {
        return score >= least && score <= most;
    }

    /** Where a score stands. */
    public Band band(int score) {
        if (score <= lowTo) {
            return Band.LOW;
        }
        return score >= highFrom ? Band.HIGH : Band.MIDDLE;
    }
}
