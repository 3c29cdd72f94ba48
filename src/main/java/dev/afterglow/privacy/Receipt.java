package dev.afterglow.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure did. Nothing in it is personal.
 *
 * @param reference to quote in a letter
 * @param customerId ours
 * @param askedBy the member of staff, or {@code api}
 * @param emailHash of the customer's address, keyed: who knows address and key can tell that it was this one
 * @param summary what was done where
 * @param engine the instances that had to end, and how far that is
 */
public record Receipt(
        String reference,
        String customerId,
        String askedBy,
        Instant erasedAt,
        @Nullable String emailHash,
        Summary summary,
        List<Ending> engine) {

    /**
     * What was done.
     *
     * @param messages how many messages were on their way and fell silent
     * @param runs how many journeys were under way and ended
     * @param suppressed how many addresses nothing is sent to from now on
     */
    public record Summary(int messages, int runs, int suppressed, List<Line> tables) {}

    /**
     * One table.
     *
     * @param rows how many rows were about the customer
     * @param removed whether they were removed
     * @param emptied the columns that were emptied in them
     * @param stays the columns that were left
     * @param because why they were left
     */
    public record Line(
            String table,
            int rows,
            boolean removed,
            List<String> emptied,
            List<String> stays,
            @Nullable String because) {}

    /**
     * One instance of the engine that had to end.
     *
     * @param instance the engine's key, as text: it may be larger than what JSON readers keep exactly
     * @param attempts how often the engine was asked
     * @param outcome {@code cancelled}, or {@code not-found} when it had ended by itself; null while it was not reached
     */
    public record Ending(
            String instance,
            int attempts,
            @Nullable String outcome,
            @Nullable Instant doneAt) {}

    /** True when nothing is left to be done. */
    public boolean isComplete() {
        return engine.stream().allMatch(one -> one.doneAt() != null);
    }
}
