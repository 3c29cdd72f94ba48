package dev.afterglow.offer;

import dev.afterglow.shop.ShopKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A code that was given to a customer.
 *
 * @param id ours, opaque; the only thing about it that the engine ever sees
 * @param code as it is written for people, in groups
 * @param name of the file that said what it gives
 * @param reason why it is void; null otherwise
 * @param expiresOn the last day, in the shop's zone
 * @param expiresAt the moment after that day
 * @param settledAt when it was redeemed, or became void
 * @param orderId what it was redeemed for, by the shop's own id
 */
public record Offer(
        String id,
        ShopKey shop,
        String code,
        String name,
        String journey,
        String businessKey,
        String step,
        String customerId,
        Terms terms,
        State state,
        @Nullable String reason,
        Instant issuedAt,
        LocalDate expiresOn,
        Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable String orderId,
        @Nullable BigDecimal orderAmount,
        @Nullable String orderCurrency) {

    /** What became of a code. */
    public enum State {
        /** Given, and neither redeemed nor void. */
        ISSUED,
        /** Redeemed, once and for ever. */
        REDEEMED,
        /** Taken back: it gives nothing any more. */
        VOID,
        /** Nobody redeemed it in time; never in the table, for time alone brings it about. */
        EXPIRED;

        /** The word used in the database and the answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it stands at this moment. */
    public State at(Instant now) {
        return state == State.ISSUED && !now.isBefore(expiresAt) ? State.EXPIRED : state;
    }

    // why: whoever knows the code can spend it; it is nothing for a log.
    @Override
    public String toString() {
        return "Offer " + id;
    }
}
