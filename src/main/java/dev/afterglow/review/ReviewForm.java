package dev.afterglow.review;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A review as its author writes it.
 *
 * @param of the position of the product
 * @param text what stands in the field
 * @param author how it would be signed; null when no name is known
 * @param nameless whether it shall not be signed
 * @param refused the word for why it was not published; null when nobody refused it
 */
record ReviewForm(
        int of,
        String product,
        List<Star> stars,
        String text,
        @Nullable String author,
        boolean nameless,
        @Nullable String refused) {

    /** So many stars. */
    record Star(int count, boolean chosen) {}

    /**
     * Draws a form.
     *
     * @param said what stands in a field, by its name; an empty text when nothing
     */
    static ReviewForm of(
            Invitation about, UnaryOperator<String> said, @Nullable String author, @Nullable Refusal refused) {
        int chosen = Written.stars(said.apply("stars"));
        return new ReviewForm(
                about.position(),
                about.product(),
                IntStream.rangeClosed(1, Review.MOST_STARS)
                        .mapToObj(count -> new Star(count, count == chosen))
                        .toList(),
                said.apply("text"),
                author,
                !said.apply("nameless").isEmpty(),
                refused == null ? null : refused.word());
    }
}
