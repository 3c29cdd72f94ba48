package dev.afterglow.messaging.words;

/**
 * Something wrong with words: where, and why.
 *
 * @param file path below {@code bpmn/}
 * @param line the first is 1
 * @param reason what is wrong and what would be right, for a marketer
 */
public record Flaw(String file, int line, String reason) {

    @Override
    public String toString() {
        return "%s: line %d: %s".formatted(file, line, reason);
    }
}
