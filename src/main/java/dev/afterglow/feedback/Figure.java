package dev.afterglow.feedback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number for many answers, and how sure it is: the interval holds the true value in 95 of 100 cases.
 *
 * @param value of NPS from -100 to 100, else in percent
 * @param low where the interval begins; null while there are too few answers to say
 * @param high where it ends
 * @param answers how many answered
 */
public record Figure(
        double value, @Nullable Double low, @Nullable Double high, long answers) {

    /** The quantile of the normal distribution for 95 percent. */
    private static final double Z = 1.959964;

    // why: with fewer the normal approximation says far too much.
    private static final int FEWEST_FOR_NPS = 10;

    /** Whether nobody answered. */
    public boolean isEmpty() {
        return answers == 0;
    }

    /**
     * Of NPS the share of promoters less that of detractors; of the others the share of high scores.
     *
     * @param counts how many gave each score
     */
    static Figure of(ScoreKind kind, Map<Integer, Long> counts) {
        long high = count(kind, counts, Band.HIGH);
        long low = count(kind, counts, Band.LOW);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return new Figure(0, null, null, 0);
        }
        return kind == ScoreKind.NPS ? net(high, low, all) : share(high, all);
    }

    private static long count(ScoreKind kind, Map<Integer, Long> counts, Band band) {
        return counts.entrySet().stream()
                .filter(score -> kind.band(score.getKey()) == band)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The mean of -1, 0 and 1, by normal approximation. */
    private static Figure net(long promoters, long detractors, long all) {
        double mean = (double) (promoters - detractors) / all;
        if (all < FEWEST_FOR_NPS) {
            return new Figure(100 * mean, null, null, all);
        }
        double variance = (promoters + detractors - all * mean * mean) / (all - 1);
        double reach = Z * Math.sqrt(Math.max(0, variance) / all);
        return new Figure(100 * mean, 100 * Math.max(-1, mean - reach), 100 * Math.min(1, mean + reach), all);
    }

    /** Wilson's score interval, which holds for few answers and for shares near 0 and 1 too. */
    private static Figure share(long some, long all) {
        double share = (double) some / all;
        double z = Z * Z / all;
        double middle = (share + z / 2) / (1 + z);
        double reach = Z / (1 + z) * Math.sqrt(share * (1 - share) / all + z / (4 * all));
        return new Figure(100 * share, 100 * Math.max(0, middle - reach), 100 * Math.min(1, middle + reach), all);
    }
}
