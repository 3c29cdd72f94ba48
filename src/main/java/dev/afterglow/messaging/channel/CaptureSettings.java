package dev.afterglow.messaging.channel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keeping messages instead of sending them.
 *
 * @param capture whether messages of channels nobody configured are kept for looking at; by default as long as no channel
 *     is configured at all
 */
@ConfigurationProperties("afterglow.messaging")
record CaptureSettings(@Nullable Boolean capture) {}
