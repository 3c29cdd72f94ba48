package dev.afterglow.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person asked to answer one survey.
 *
 * @param survey name of the survey
 * @param product name of what it is about; null when it is about the order
 * @param askedAt when the first message that asks was written; null before
 * @param closesAt from then on it can be neither answered nor changed
 * @param closedAt when the journey went on without an answer; null otherwise
 */
public record SurveyRequest(
        String id,
        String survey,
        ScoreKind kind,
        String journey,
        String businessKey,
        String step,
        @Nullable String orderId,
        @Nullable String customerId,
        @Nullable String productId,
        @Nullable String product,
        Instant openedAt,
        @Nullable Instant askedAt,
        Instant closesAt,
        @Nullable Instant closedAt) {

    /** Whether it can be answered then. */
    boolean isOpenAt(Instant now) {
        return closedAt == null && now.isBefore(closesAt);
    }
}
