package dev.afterglow.recommendation;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we find out what goes well with what.
 *
 * @param every how often it is counted anew; zero: never by this process
 * @param lookBack how far back orders count
 * @param recent what was not sold for so long is not recommended
 * @param together by how many customers two products must have been bought, at least
 * @param score how surprising that must be, as a log-likelihood ratio
 * @param kept how many products are kept for each
 * @param shown how many a message shows at most
 * @param basket how many different products of one customer count, the newest first
 * @param purchases how many lines are counted at most: the bound on memory, about 20 bytes each
 * @param never stock codes and ids of what is no product, such as postage
 */
@Validated
@ConfigurationProperties("afterglow.recommendation")
record RecommendationSettings(
        @DefaultValue("24h") Duration every,
        @DefaultValue("2y") Period lookBack,
        @DefaultValue("90d") Period recent,
        @DefaultValue("5") @Min(2) int together,
        @DefaultValue("10.83") @DecimalMin("0") double score,
        @DefaultValue("10") @Min(1) @Max(50) int kept,
        @DefaultValue("3") @Min(1) @Max(10) int shown,
        @DefaultValue("100") @Min(2) @Max(1_000) int basket,

        @DefaultValue("2000000") @Min(1_000) @Max(50_000_000)
        int purchases,

        @Nullable Set<String> never) {

    RecommendationSettings {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(never == null ? Set.of() : never);
        never = names;
    }

    /** Whether this is nothing anybody would want to be shown. */
    boolean leavesOut(@Nullable String name) {
        return name != null && never != null && never.contains(name);
    }
}
