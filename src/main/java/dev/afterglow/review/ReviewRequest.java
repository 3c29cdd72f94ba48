package dev.afterglow.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person asked to review what they kept of one order.
 *
 * @param askedAt when the first message that asks was written; null before
 * @param invitations the products, the most precious first
 */
record ReviewRequest(
        String id,
        String journey,
        String businessKey,
        String orderId,
        String customerId,
        Instant openedAt,
        @Nullable Instant askedAt,
        List<Invitation> invitations) {

    ReviewRequest {
        invitations = List.copyOf(invitations);
    }

    ReviewRequest about(List<Invitation> products) {
        return new ReviewRequest(id, journey, businessKey, orderId, customerId, openedAt, askedAt, products);
    }
}
