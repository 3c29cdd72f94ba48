package dev.afterglow.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer waits for.
 *
 * @param reason why, as a short word with dashes; null when another system opened it
 * @param dueAt until when somebody should have seen to it; null when nobody said
 */
public record Case(
        String id,
        @Nullable String reason,
        @Nullable String orderId,
        Instant openedAt,
        @Nullable Instant dueAt) {}
