package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * Why a run ended. This is also the variable the end listener reads.
 *
 * @param endReason set by an event that cut the journey short; null otherwise
 */
public record Leaving(@Nullable String endReason) {}
