package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/** An event on its way to the engine. */
record WaitingEvent(
        long eventSeq,
        String eventId,
        String type,
        String subject,
        @Nullable String orderId,
        @Nullable String customerId) {}
