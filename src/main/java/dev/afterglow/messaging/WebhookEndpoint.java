package dev.afterglow.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that failed at some time.
 *
 * @param failingSince when it began to fail; null when it works again
 * @param disabledAt when nothing was sent there any more; null while something is
 * @param reason why it was disabled
 */
public record WebhookEndpoint(
        String name,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String reason) {}
