package dev.afterglow.journey;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a marketer chose for a step: the task headers behind the fields of a building block. */
public final class Fields {

    private final Map<String, String> headers;

    /** These task headers. */
    public Fields(Map<String, String> headers) {
        this.headers = headers;
    }

    /** What was written; empty when nothing was. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * One of these words.
     *
     * @throws JourneyProblem when it is another
     */
    public String word(String name, List<String> words, String otherwise) {
        String word = text(name).orElse(otherwise);
        if (!words.contains(word)) {
            throw wrong(name, "one of " + String.join(", ", words));
        }
        return word;
    }

    /**
     * A whole number.
     *
     * @throws JourneyProblem when it is none, or out of bounds
     */
    public int number(String name, int least, int most, int otherwise) {
        String takes = "a whole number from %d to %d".formatted(least, most);
        int number = read(name, Integer::valueOf, takes).orElse(otherwise);
        if (number < least || number > most) {
            throw wrong(name, takes);
        }
        return number;
    }

    /**
     * What was written, read by a parser that throws what it cannot read; empty when nothing was.
     *
     * @param takes what the field takes, for the problem
     * @throws JourneyProblem when it cannot be read
     */
    public <T> Optional<T> read(String name, Function<String, T> parser, String takes) {
        return text(name).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw wrong(name, takes);
            }
        });
    }

    /** The problem that this field holds something it does not take. */
    public JourneyProblem wrong(String name, String takes) {
        return new JourneyProblem(
                "HEADER_WRONG",
                "the header \"%s\" is \"%s\"; it takes %s".formatted(name, headers.getOrDefault(name, ""), takes));
    }
}
