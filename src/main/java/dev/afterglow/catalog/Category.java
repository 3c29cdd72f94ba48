package dev.afterglow.catalog;

import dev.afterglow.order.OrderLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Products that are used and looked after alike.
 *
 * @param name as decision tables and words know it
 * @param skus which stock codes it has
 * @param titles what its products are called
 * @param guides where its guide is, by language; under an empty text the one for all languages
 */
record Category(String name, List<Pattern> skus, List<Pattern> titles, Map<String, String> guides) {

    /** What fits no category. */
    static final Category OTHER = new Category("other", List.of(), List.of(), Map.of());

    /** Whether the product of this line belongs to it. */
    boolean holds(OrderLine line) {
        return fits(skus, line.sku()) || fits(titles, line.title());
    }

    /** The page on how to use it, in that language or else in English. */
    Optional<String> guide(Locale locale) {
        return Optional.ofNullable(
                guides.getOrDefault(locale.getLanguage(), guides.getOrDefault("en", guides.get(""))));
    }

    /**
     * What a file writes with stars for anything.
     *
     * @param text such as {@code *coffee*}; case does not matter
     */
    static Pattern pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String piece : text.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(piece.isEmpty() ? "(?:)" : Pattern.quote(piece));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static boolean fits(List<Pattern> patterns, @Nullable String text) {
        return text != null
                && patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(text.strip()).matches());
    }
}
