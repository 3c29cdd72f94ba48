package dev.afterglow.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to an endpoint.
 *
 * @param id what the receiver sees as {@code webhook-id}, the same at every attempt
 * @param status {@code waiting}, {@code delivered} or {@code given-up}
 * @param nextAt when it is tried next, while it waits
 * @param settledAt when it was delivered or given up
 * @param lastTrouble what came of the last attempt that failed
 */
public record WebhookDelivery(
        String id,
        String messageId,
        String endpoint,
        String status,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant settledAt,
        @Nullable String lastTrouble) {}
