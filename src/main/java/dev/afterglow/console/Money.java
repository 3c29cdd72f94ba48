package dev.afterglow.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts in words, exact to the last digit. */
final class Money {

    private Money() {}

    /** The amount with as many digits as its currency has, or more where it needs more; null stays null. */
    static @Nullable String exact(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : scaled(amount, digits(currency)).toPlainString();
    }

    /** The amount as people read it, such as "€129.00". */
    static String readable(@Nullable BigDecimal amount, @Nullable String code) {
        if (amount == null) {
            return "–";
        }
        Currency currency = currency(code);
        if (currency == null) {
            return code == null ? exactOf(amount, null) : exactOf(amount, code) + " " + code;
        }
        BigDecimal scaled = scaled(amount, digits(code));
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(scaled.scale());
        format.setMaximumFractionDigits(scaled.scale());
        return format.format(scaled);
    }

    private static String exactOf(BigDecimal amount, @Nullable String currency) {
        return scaled(amount, digits(currency)).toPlainString();
    }

    private static BigDecimal scaled(BigDecimal amount, int digits) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), digits));
    }

    private static int digits(@Nullable String code) {
        Currency currency = currency(code);
        return currency == null ? 2 : Math.max(currency.getDefaultFractionDigits(), 0);
    }

    private static @Nullable Currency currency(@Nullable String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
