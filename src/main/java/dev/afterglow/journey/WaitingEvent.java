package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the engine.
 *
 * @param messageId the engine takes each only once; the event's own id, unless it is told again
 */
record WaitingEvent(
        long eventSeq,
        String eventId,
        String type,
        String subject,
        @Nullable String orderId,
        @Nullable String customerId,
        Routing routing,
        String messageId) {}
