package dev.afterglow.journey.check;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a folder.
 *
 * @param file path below {@code bpmn/}, such as {@code feedback/Feedback.bpmn}
 * @param element the id in the diagram; null when it is about the file as a whole, or about a line
 * @param line the first is 1; null where nobody counts lines
 * @param rule the name of the rule
 * @param reason what is wrong, for a marketer
 * @param hint what to do about it
 */
public record Finding(
        Severity severity,
        String rule,
        String file,
        @Nullable String element,
        @Nullable Integer line,
        String reason,
        String hint) {

    /** Where it is, as people read it. */
    public String where() {
        if (element != null) {
            return file + ", " + element;
        }
        return line == null ? file : file + ", line " + line;
    }

    @Override
    public String toString() {
        return "%s: %s (%s)".formatted(where(), reason, rule);
    }
}
