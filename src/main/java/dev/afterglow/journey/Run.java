package dev.afterglow.journey;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run of a journey for one thing, such as an order.
 *
 * @param journey the process id
 * @param version the engine's version of the journey it runs on
 * @param edition the {@linkplain Edition edition} of the folder it entered with; null when that was not known
 * @param businessKey what the run is about
 * @param instanceKey the engine's key, to be looked up in Operate
 * @param reason why it was declined, or what ended it early; null otherwise
 */
public record Run(
        String id,
        String journey,
        int version,
        @Nullable String edition,
        String businessKey,
        long instanceKey,
        @Nullable String orderId,
        @Nullable String customerId,
        State state,
        @Nullable String reason,
        Instant enteredAt,
        @Nullable Instant endedAt) {

    /** Where a run stands. */
    public enum State {
        /** Admitted, and on its way. */
        RUNNING,
        /** Came to an end of the diagram. */
        ENDED,
        /** Not admitted: the reason says why. */
        DECLINED;

        /** The word used in the database, the read API and the metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
