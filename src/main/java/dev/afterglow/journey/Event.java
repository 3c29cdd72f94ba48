package dev.afterglow.journey;

import dev.afterglow.journey.RecordedEvent.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a sender reported it.
 *
 * @param sender who told us, such as {@code shopify:shop.example}
 * @param senderEventId the sender's own id for it; together with the sender it is unique
 * @param contentHash of what was told: the same content under a new id is still the same event
 * @param type what happened, such as {@code order.paid}; journeys listen for it by this name
 * @param subject what it happened to; the correlation key journeys wait with
 * @param outcome what becomes of it; journeys hear of accepted ones only
 * @param reason why nothing starts from it, or what is odd about it
 * @param body as it was sent; empty when it must not be kept
 */
public record Event(
        String sender,
        String senderEventId,
        String contentHash,
        String type,
        String subject,
        @Nullable String orderId,
        @Nullable String customerId,
        Outcome outcome,
        @Nullable String reason,
        String body,
        Instant occurredAt) {

    /** An event that journeys shall hear of, unless there is a reason for silence. */
    public Event(
            String sender,
            String senderEventId,
            String contentHash,
            String type,
            String subject,
            @Nullable String orderId,
            @Nullable String customerId,
            @Nullable String silence,
            String body,
            Instant occurredAt) {
        this(
                sender,
                senderEventId,
                contentHash,
                type,
                subject,
                orderId,
                customerId,
                silence == null ? Outcome.ACCEPTED : Outcome.IGNORED,
                silence,
                body,
                occurredAt);
    }
}
