package dev.afterglow.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All published stars of one product.
 *
 * @param distribution how many gave each number of stars from 1 to 5
 */
public record Rating(Map<Integer, Long> distribution) {

    private static final int DECIMALS = 2;

    /** Adds a zero for stars nobody gave. */
    public Rating {
        Map<Integer, Long> all = new TreeMap<>(distribution);
        for (int stars = 1; stars <= Review.MOST_STARS; stars++) {
            all.putIfAbsent(stars, 0L);
        }
        distribution = Collections.unmodifiableMap(all);
    }

    /** How many reviews. */
    public long count() {
        return distribution.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The mean with two decimals; null when there is no review. */
    public @Nullable BigDecimal mean() {
        long stars = distribution.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
        return count() == 0
                ? null
                : BigDecimal.valueOf(stars).divide(BigDecimal.valueOf(count()), DECIMALS, RoundingMode.HALF_UP);
    }
}
