package dev.afterglow.bench;

import java.time.Duration;
import java.util.List;

/** Measured times, in milliseconds. */
final class Latencies {

    private final double[] sorted;

    Latencies(List<Duration> times) {
        this.sorted = times.stream()
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sorted()
                .toArray();
    }

    int count() {
        return sorted.length;
    }

    /** The smallest time that so many percent did not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    double median() {
        return percentile(50);
    }

    double longest() {
        return percentile(100);
    }
}
