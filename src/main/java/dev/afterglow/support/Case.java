package dev.afterglow.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer waits for.
 *
 * @param reason why, as a short word with dashes; null when another system opened it
 * @param openedAt when it was opened last
 * @param dueAt until when somebody should have seen to it; null when nobody said
 * @param closedAt when it was closed last; it may have been opened again since
 * @param outcome how it ended; null while it is open, and when another system closed it
 * @param owner who sees to it, by the name they sign in with; null when nobody does
 * @param remindedFor the deadline its owner was reminded of
 * @param escalatedFor the deadline that passed, and that people were told of
 */
public record Case(
        String id,
        String customerId,
        @Nullable String orderId,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant dueAt,
        boolean isOpen,
        @Nullable Instant closedAt,
        @Nullable CaseOutcome outcome,
        @Nullable String owner,
        @Nullable Instant remindedFor,
        @Nullable Instant escalatedFor) {

    /** Whether it should have been seen to by then. */
    public boolean isOverdueAt(Instant moment) {
        return isOpen && dueAt != null && !moment.isBefore(dueAt);
    }
}
