package dev.afterglow.rehearsal;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who lives through an example.
 *
 * @param locale the language they read
 * @param agreed the topics they agreed to be written to about, by e-mail
 * @param ordersBefore how many orders they had placed before
 */
record Person(
        String firstName,
        @Nullable String lastName,
        String locale,
        ZoneId zone,
        boolean hasEmail,
        @Nullable String phone,
        List<String> agreed,
        @Nullable MonthDay birthday,
        int ordersBefore) {

    /** In words, for people. */
    String inWords() {
        String language = Locale.forLanguageTag(locale).getDisplayLanguage(Locale.ENGLISH);
        String whereabouts = "%s reads %s, lives by the clock of %s".formatted(firstName, language, zone.getId());
        String consent = agreed.isEmpty() ? "has agreed to nothing" : "has agreed to " + String.join(" and ", agreed);
        String before = ordersBefore == 0
                ? ""
                : ordersBefore == 1
                        ? ", has bought once before"
                        : ", has bought %d times before".formatted(ordersBefore);
        return whereabouts + before + " and " + consent + ".";
    }
}
