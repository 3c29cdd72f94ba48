package dev.afterglow.history;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.history.file.Cells;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.WrongCell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row tells about a person. A cell that is wrong is left out: the rest can do without it. */
final class Person {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("(?:--)?(\\d{1,2})([-/.])(\\d{1,2})\\.?");

    private Person() {}

    static CustomerFacts facts(Cells cells, Objections objections) {
        return new CustomerFacts(
                cells.id(Column.CUSTOMER_ID),
                objections.orLeaveOut(cells.row(), () -> email(cells)),
                objections.orLeaveOut(cells.row(), () -> phone(cells)),
                cells.text(Column.FIRST_NAME, 200),
                cells.text(Column.LAST_NAME, 200),
                objections.orLeaveOut(cells.row(), () -> locale(cells)),
                null);
    }

    static @Nullable Birthday birthday(Cells cells, Objections objections) {
        return objections.orLeaveOut(cells.row(), () -> birthday(cells));
    }

    private static @Nullable String email(Cells cells) {
        String text = cells.row().text(Column.EMAIL);
        if (text != null && (text.length() > 320 || !EMAIL.matcher(text).matches())) {
            throw new WrongCell(Column.EMAIL, "must be an e-mail address");
        }
        return text;
    }

    private static @Nullable String phone(Cells cells) {
        String text = cells.row().text(Column.PHONE);
        // why: spreadsheets are kept from taking a number for a sum by an apostrophe before it.
        String number = text == null ? null : text.replace("'", "");
        if (number != null
                && (number.length() > 40
                        || number.chars().filter(Character::isDigit).count() < 5)) {
            throw new WrongCell(Column.PHONE, "must be a phone number");
        }
        return number;
    }

    private static @Nullable String locale(Cells cells) {
        String text = cells.row().text(Column.LOCALE);
        try {
            return text == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException wrong) {
            throw new WrongCell(Column.LOCALE, "must be a language such as de or en-GB");
        }
    }

    private static @Nullable Birthday birthday(Cells cells) {
        String text = cells.row().text(Column.BIRTHDAY);
        if (text == null) {
            return null;
        }
        Matcher short_ = WITHOUT_YEAR.matcher(text);
        if (short_.matches()) {
            return withoutYear(short_, cells);
        }
        LocalDate day = cells.day(Column.BIRTHDAY);
        return day == null ? null : new Birthday(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    private static Birthday withoutYear(Matcher text, Cells cells) {
        int first = Integer.parseInt(text.group(1));
        int second = Integer.parseInt(text.group(3));
        boolean dayFirst = switch (text.group(2)) {
            case "." -> true;
            case "-" -> false;
            default -> cells.dates() == dev.afterglow.history.file.DateOrder.DAY_FIRST;
        };
        try {
            MonthDay day = dayFirst ? MonthDay.of(second, first) : MonthDay.of(first, second);
            return new Birthday(day.getMonthValue(), day.getDayOfMonth(), null);
        } catch (DateTimeException impossible) {
            throw new WrongCell(Column.BIRTHDAY, "must be a day of the calendar");
        }
    }
}
