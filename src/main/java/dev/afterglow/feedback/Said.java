package dev.afterglow.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer, and what it is about.
 *
 * @param remark in their own words
 */
public record Said(
        String survey,
        ScoreKind kind,
        int score,
        @Nullable String remark,
        @Nullable String product,
        @Nullable String orderId,
        @Nullable String customerId,
        Instant at) {

    /** Where the score stands. */
    public Band band() {
        return kind.band(score);
    }
}
