package dev.afterglow.review;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a form brought, made sense of.
 *
 * @param stars 0 when none were chosen
 * @param text null when nothing was written
 * @param nameless whether it shall be shown without the author's name
 */
record Written(int stars, @Nullable String text, boolean nameless) {

    private static final int LONGEST = 2_000;

    /**
     * Reads a form.
     *
     * @param field gives what stands in a field, or an empty text
     */
    static Written read(UnaryOperator<String> field) {
        String text = cut(
                field.apply("text").replace("\r\n", "\n").replace("\u0000", "").strip());
        return new Written(
                stars(field.apply("stars")),
                text.isEmpty() ? null : text,
                !field.apply("nameless").isEmpty());
    }

    /** How many stars a text says; 0 when none. */
    static int stars(String said) {
        return said.matches("[1-5]") ? said.charAt(0) - '0' : 0;
    }

    boolean hasStars() {
        return stars > 0;
    }

    // why: what is too long is cut off in the middle of no character.
    private static String cut(String said) {
        return said.length() <= LONGEST
                ? said
                : said.substring(0, said.offsetByCodePoints(0, said.codePointCount(0, LONGEST - 1)));
    }
}
