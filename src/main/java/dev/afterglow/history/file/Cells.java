package dev.afterglow.history.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the cells of a row, understood. What is not there is null; what is wrong is a {@link WrongCell}.
 *
 * @param zone of times without one
 */
public record Cells(Row row, DateOrder dates, ZoneId zone) {

    private static final int LONGEST_ID = 190;
    private static final Pattern MONEY_SIGNS = Pattern.compile("[\\s\\p{Sc}'\u2019]|[A-Z]{3}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d{1,2}|-?\\d{1,3}(\\.\\d{3})+,\\d+");

    /** An id of the shop's. */
    public @Nullable String id(Column column) {
        String text = row.text(column);
        if (text != null && (text.length() > LONGEST_ID || text.chars().anyMatch(Character::isISOControl))) {
            throw new WrongCell(column, "must be an id of at most %d characters".formatted(LONGEST_ID));
        }
        return text;
    }

    /** A text, cut to this length. */
    public @Nullable String text(Column column, int longest) {
        String text = row.text(column);
        return text == null ? null : text.substring(0, Math.min(longest, text.length()));
    }

    /** A moment. */
    public @Nullable Instant instant(Column column) {
        Moment moment = moment(column);
        try {
            return moment == null ? null : moment.at(dates, zone);
        } catch (DateTimeException impossible) {
            throw noDate(column);
        }
    }

    /** A day of the calendar. */
    public @Nullable LocalDate day(Column column) {
        Moment moment = moment(column);
        try {
            return moment == null ? null : moment.date(dates);
        } catch (DateTimeException impossible) {
            throw noDate(column);
        }
    }

    /** An amount with at most four digits after the point, however its thousands are marked. */
    public @Nullable BigDecimal amount(Column column) {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        String plain = MONEY_SIGNS.matcher(text).replaceAll("");
        String number = DECIMAL_COMMA.matcher(plain).matches()
                ? plain.replace(".", "").replace(',', '.')
                : plain.replace(",", "");
        try {
            BigDecimal amount = new BigDecimal(number);
            if (amount.precision() - amount.scale() > 13 || amount.scale() > 20) {
                throw new WrongCell(column, "is too large an amount");
            }
            return amount.setScale(Math.min(amount.scale(), 4), RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw new WrongCell(column, "must be an amount such as 199.00");
        }
    }

    /** A whole number. */
    public @Nullable Integer number(Column column) {
        String text = row.text(column);
        try {
            return text == null ? null : new BigDecimal(text).intValueExact();
        } catch (NumberFormatException e) {
            throw new WrongCell(column, "must be a whole number");
        } catch (ArithmeticException tooLarge) {
            throw new WrongCell(column, "must be a whole number of at most ten digits");
        }
    }

    /** A currency (ISO 4217). */
    public @Nullable String currency(Column column) {
        String text = row.text(column);
        try {
            return text == null
                    ? null
                    : Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new WrongCell(column, "must be a currency such as EUR");
        }
    }

    private @Nullable Moment moment(Column column) {
        String text = row.text(column);
        return text == null ? null : Moment.read(text).orElseThrow(() -> noDate(column));
    }

    private static WrongCell noDate(Column column) {
        return new WrongCell(column, "must be a date, such as 2024-05-31 or 2024-05-31T14:00:00Z");
    }
}
