package dev.afterglow.messaging.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import ua.co.k.strftime.StrftimeFormatter;

/** How one customer writes: money, numbers, dates and plurals as in the Unicode CLDR, in the customer's zone. */
final class Tongue {

    private static final Map<String, Function<Locale, DateTimeFormatter>> STYLES = Map.of(
            "short", of -> DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT),
            "medium", of -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM),
            "long", of -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG),
            "full", of -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL),
            "time", of -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT),
            "weekday", of -> DateTimeFormatter.ofPattern("EEEE"),
            "day", of -> DateTimeFormatter.ofLocalizedPattern("MMMMd"),
            "month", of -> DateTimeFormatter.ofLocalizedPattern("yMMMM"));

    private static final Map<String, LocalizedNumberFormatter> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<String, DateTimeFormatter> DATES = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;

    private final Locale locale;
    private final ZoneId zone;
    private final boolean rightToLeft;

    Tongue(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.rightToLeft = ULocale.forLocale(locale).isRightToLeft();
    }

    /** The language tag. */
    String tag() {
        return locale.toLanguageTag();
    }

    /** The language alone, such as pt. */
    String language() {
        return locale.getLanguage();
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    ZoneId zone() {
        return zone;
    }

    String money(BigDecimal amount, String currency) {
        if (!currency.matches("[A-Za-z]{3}")) {
            return number(amount) + " " + currency;
        }
        return kept(
                        NUMBERS,
                        locale.toLanguageTag() + currency,
                        key -> NumberFormatter.withLocale(locale).unit(Currency.getInstance(currency)))
                .format(amount)
                .toString();
    }

    String number(Number number) {
        return kept(NUMBERS, locale.toLanguageTag(), key -> NumberFormatter.withLocale(locale))
                .format(number)
                .toString();
    }

    /**
     * The name of a country in the customer's language.
     *
     * @param code ISO 3166-1, two letters
     */
    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** The CLDR category of a number: zero, one, two, few, many or other. */
    String plural(Number number) {
        return PluralRules.forLocale(locale).select(number.doubleValue());
    }

    /**
     * A moment in the customer's zone.
     *
     * @param style a style of ours, or a pattern with percent signs as elsewhere in Liquid
     * @throws WordsRefused for an unknown style
     */
    String date(ZonedDateTime moment, String style) {
        ZonedDateTime here = moment.withZoneSameInstant(zone);
        if (style.contains("%")) {
            return StrftimeFormatter.ofSafePattern(style, locale).format(here);
        }
        Function<Locale, DateTimeFormatter> known = STYLES.get(style);
        if (known == null) {
            throw new WordsRefused("the date style \"%s\" is not known; there are %s"
                    .formatted(style, STYLES.keySet().stream().sorted().toList()));
        }
        return kept(
                        DATES,
                        locale.toLanguageTag() + style,
                        key -> known.apply(locale).localizedBy(locale))
                .format(here);
    }

    /**
     * A value that is written in the other direction, fenced off so that it cannot turn the words around it.
     */
    String isolated(String value) {
        // why: mail and message programs do not see an address as a link with a fence at its end.
        return runsAgainst(value) && !value.contains("://") ? "\u2068" + value + "\u2069" : value;
    }

    private boolean runsAgainst(String value) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            byte direction = Character.getDirectionality(value.codePointAt(i));
            boolean left = direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            boolean right = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
            if (rightToLeft ? left : right) {
                return true;
            }
        }
        return false;
    }

    private static <T> T kept(Map<String, T> formats, String key, Function<String, T> make) {
        if (formats.size() > MOST_KEPT) {
            formats.clear();
        }
        return formats.computeIfAbsent(key, make);
    }
}
