package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to enter a journey, and for what. These are also the variables the first step reads.
 *
 * @param businessKey what the run is about: a journey runs once for each
 */
public record Entry(
        String businessKey,
        @Nullable String orderId,
        @Nullable String customerId) {}
