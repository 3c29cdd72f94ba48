package dev.afterglow.feedback;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One text in every language it is written in; English is always among them. {@code {product}} stands for what was bought.
 *
 * @param byLanguage ISO 639, such as en
 */
record Wording(Map<String, String> byLanguage) {

    static final String PRODUCT = "{product}";

    Wording {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In this language, else in English. */
    String in(Locale locale, @Nullable String product) {
        String english = Objects.requireNonNull(byLanguage.get("en"));
        return byLanguage.getOrDefault(locale.getLanguage(), english).replace(PRODUCT, product == null ? "" : product);
    }
}
