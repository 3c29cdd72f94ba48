package dev.afterglow.journey;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a customer may enter a journey. Whatever it says, a journey runs once for each business key.
 *
 * @param perCustomer whether a customer's earlier runs count at all
 * @param period how long an earlier run counts; null when it does so for ever
 */
record ReEntry(boolean perCustomer, @Nullable Period period) {

    /** Once for each business key, however many a customer has. */
    static final ReEntry ONCE = new ReEntry(false, null);

    static ReEntry of(Fields fields) {
        return fields.read("re-entry", ReEntry::parse, "once, once-per-customer or a period such as P1Y or P90D")
                .orElse(ONCE);
    }

    /** Since when an earlier run of the same customer is one too many; empty when none ever is. */
    Optional<Instant> countsSince(Instant now) {
        if (!perCustomer) {
            return Optional.empty();
        }
        return Optional.of(
                period == null
                        ? Instant.EPOCH
                        : now.atOffset(ZoneOffset.UTC).minus(period).toInstant());
    }

    private static ReEntry parse(String text) {
        return switch (text) {
            case "once" -> ONCE;
            case "once-per-customer" -> new ReEntry(true, null);
            default -> in(Period.parse(text));
        };
    }

    private static ReEntry in(Period period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("no time at all");
        }
        return new ReEntry(true, period);
    }
}
