package dev.afterglow.messaging.words;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A template as the template engine reads it. It was put together from files, and knows where in them each piece of
 * Liquid came from.
 *
 * @param places where a piece of Liquid begins in the text, and where it stands in its file
 */
record Source(String text, NavigableMap<Integer, Place> places) {

    /** A template that is one value of a file's front matter. */
    static Source of(String text, Place place) {
        return new Source(text, new TreeMap<>(Map.of(0, place)));
    }

    /** Where the Liquid at this character stands, or the nearest before it. */
    Optional<Place> at(int offset) {
        Map.Entry<Integer, Place> nearest = places.floorEntry(Math.max(0, offset));
        return Optional.ofNullable(nearest == null ? places.firstEntry() : nearest)
                .map(Map.Entry::getValue);
    }

    /** Where the Liquid at this line and column of the text stands. */
    Optional<Place> at(int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return at(offset + column);
    }

    /** Where this name is first used in Liquid. */
    Optional<Place> of(String name) {
        Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
        return places.entrySet().stream()
                .filter(piece -> word.matcher(piece(piece.getKey())).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String piece(int start) {
        Integer next = places.higherKey(start);
        return text.substring(start, next == null ? text.length() : next);
    }

    /** Puts a source together. */
    static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final NavigableMap<Integer, Place> places = new TreeMap<>();

        void append(CharSequence words) {
            text.append(words);
        }

        void append(String liquid, Place place) {
            places.put(text.length(), place);
            text.append(liquid);
        }

        void append(Source inner) {
            inner.places().forEach((offset, place) -> places.put(text.length() + offset, place));
            text.append(inner.text());
        }

        Source build() {
            return new Source(text.toString(), places);
        }
    }
}
