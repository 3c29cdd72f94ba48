package dev.afterglow.history.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their code (ISO 3166-1, two or three letters) or their English name. */
public final class Countries {

    private static final Map<String, String> NAMES = names();

    private Countries() {}

    /** The two letters; empty when nobody knows that country. */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(NAMES.get(Column.plain(text)));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(Column.plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            names.put(Column.plain(country.getISO3Country()), code);
            names.put(Column.plain(code), code);
        }
        // why: names the standard does not have; EIRE is Ireland on its own stamps, Kosovo has a code by custom only.
        names.putAll(Map.of(
                "uk", "GB",
                "greatbritain", "GB",
                "england", "GB",
                "eire", "IE",
                "usa", "US",
                "unitedstatesofamerica", "US",
                "czechrepublic", "CZ",
                "hongkong", "HK",
                "xk", "XK",
                "kosovo", "XK"));
        return Map.copyOf(names);
    }
}
