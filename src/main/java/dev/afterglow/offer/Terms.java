package dev.afterglow.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a code gives: so many percent off, or so much money off.
 *
 * @param percent null when it is an amount
 * @param amount null when it is percent
 * @param currency of amount and minimum; null when there is neither
 * @param minimum what has to be spent; null when that does not matter
 */
public record Terms(
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal minimum) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    // why: columns fill numbers up with zeros.
    public Terms {
        percent = plain(percent);
        amount = plain(amount);
        minimum = plain(minimum);
    }

    /** What comes off an order of this amount, rounded to the currency's own digits; never more than the order costs. */
    public BigDecimal discount(BigDecimal spent, String in) {
        BigDecimal off = percent == null
                ? Objects.requireNonNull(amount).min(spent)
                : spent.multiply(percent).divide(HUNDRED);
        int digits = Math.max(0, Currency.getInstance(in).getDefaultFractionDigits());
        return off.setScale(digits, RoundingMode.HALF_UP).min(spent);
    }

    /** Whether an order in this currency can be measured by these terms. */
    boolean isIn(String other) {
        return currency == null || currency.equals(other);
    }

    /** Whether this is enough. */
    boolean isReachedBy(BigDecimal spent) {
        return minimum == null || spent.compareTo(minimum) >= 0;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
