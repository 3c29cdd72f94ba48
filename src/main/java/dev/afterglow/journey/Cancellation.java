package dev.afterglow.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the engine that must end from outside.
 *
 * @param instanceKey the engine's key
 * @param attempts how often the engine was asked
 * @param outcome {@code cancelled}, or {@code not-found} when it had ended by itself; null while the engine was not reached
 * @param doneAt when the engine answered
 */
public record Cancellation(
        long instanceKey,
        Instant askedAt,
        int attempts,
        @Nullable String outcome,
        @Nullable Instant doneAt) {}
