package dev.afterglow.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is sent to an address.
 *
 * @param reason such as {@link #HARD_BOUNCE}
 * @param source who told it, such as a provider's name
 * @param until when it ends by itself; null: never
 */
public record Suppression(
        String channel,
        String reason,
        String source,
        Instant at,
        @Nullable Instant until) {

    /** The address does not exist. */
    public static final String HARD_BOUNCE = "hard-bounce";
    /** It was full or away too often for too long. */
    public static final String SOFT_BOUNCES = "soft-bounces";
    /** The provider no longer writes to it. */
    public static final String BY_PROVIDER = "suppressed-by-provider";
    /** Its owner called a message spam. */
    public static final String COMPLAINT = "complaint";
    /** Its owner wanted no more marketing, and was erased afterwards. */
    public static final String UNSUBSCRIBED = "unsubscribed";

    /** Its owner was erased; until they order again. */
    public static final String ERASED = "erased";

    /** True when service messages may still go there. */
    public boolean endsOnlyMarketing() {
        return reason.equals(COMPLAINT) || reason.equals(UNSUBSCRIBED);
    }
}
