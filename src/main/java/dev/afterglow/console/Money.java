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
        return amount == null ? null : scaled(amount, currency(currency)).toPlainString();
    }

    /** The amount as people read it, such as "€1,290.00" or "7.50 CHF". */
    static String readable(@Nullable BigDecimal amount, @Nullable String code) {
        if (amount == null) {
            return "–";
        }
        Currency currency = currency(code);
        BigDecimal scaled = scaled(amount, currency);
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        format.setMinimumFractionDigits(scaled.scale());
        format.setMaximumFractionDigits(scaled.scale());
        String digits = format.format(scaled.abs());
        String sign = scaled.signum() < 0 ? "-" : "";
        String symbol = currency == null ? "" : currency.getSymbol(Locale.UK);
        if (!symbol.isEmpty() && !Character.isLetter(symbol.charAt(symbol.length() - 1))) {
            return sign + symbol + digits;
        }
        return sign + digits + (code == null ? "" : "\u00a0" + code);
    }

    private static BigDecimal scaled(BigDecimal amount, @Nullable Currency currency) {
        int digits = currency == null ? 2 : Math.max(currency.getDefaultFractionDigits(), 0);
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), digits));
    }

    private static @Nullable Currency currency(@Nullable String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
