package dev.afterglow.recommendation;

/**
 * How surprising it is that two things happen together as often as they do. Source: Ted Dunning, "Accurate Methods for the
 * Statistics of Surprise and Coincidence", Computational Linguistics 19 (1), 1993, pages 61 to 74: with the counts of a
 * two-by-two table, −2 log λ = 2 Σ k ln (k · N / (row · column)), which follows a chi-square distribution with one degree of
 * freedom where the two are independent. So 3.84 happens by chance in 5 of 100 cases, 10.83 in 1 of 1000.
 */
final class LogLikelihood {

    private LogLikelihood() {}

    /**
     * The ratio; 0 for independent things, never below.
     *
     * @param both how often both happened
     * @param first how often the first happened, with the other or without
     * @param second how often the second happened
     * @param all how often anything happened
     */
    static double ratio(long both, long first, long second, long all) {
        double sum = part(both, first, second, all)
                + part(first - both, first, all - second, all)
                + part(second - both, all - first, second, all)
                + part(all - first - second + both, all - first, all - second, all);
        // why: of what is zero, rounding may leave a hair below.
        return Math.max(0, 2 * sum);
    }

    /** Whether both happened more often together than two independent things would. */
    static boolean attracts(long both, long first, long second, long all) {
        return (double) both * all > (double) first * second;
    }

    private static double part(long count, long row, long column, long all) {
        return count == 0 ? 0 : count * Math.log((double) count * all / ((double) row * column));
    }
}
