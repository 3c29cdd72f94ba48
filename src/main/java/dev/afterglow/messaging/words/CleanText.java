package dev.afterglow.messaging.words;

import java.util.regex.Pattern;

/** Takes out of a text what nobody sees but what changes how the rest is read. */
final class CleanText {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n\\t\\u000B\\f\\u0085\\u2028\\u2029]+\\s*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009F]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern FORCED = Pattern.compile("[\\u202A-\\u202E]");

    private CleanText() {}

    /** A value somebody outside gave: one line, without control characters, and it cannot turn the words around it. */
    static String value(String text) {
        return isPlain(text)
                ? text
                : OVERRIDES.matcher(invisible(oneLine(text))).replaceAll("");
    }

    /** A text that goes into a header or field: one line, and nothing in it is left open. */
    static String line(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String line = FORCED.matcher(invisible(oneLine(text))).replaceAll("").strip();
        return isolatesAreClosed(line) ? line : OVERRIDES.matcher(line).replaceAll("");
    }

    /** A text of several lines. */
    static String body(String text) {
        return holdsInvisible(text) ? invisible(text) : text;
    }

    /** A text a filter may have cut through the middle of a character. */
    static String whole(String text) {
        return isPlain(text) ? text : LONE_SURROGATE.matcher(text).replaceAll("");
    }

    private static String oneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }

    private static String invisible(String text) {
        return LONE_SURROGATE.matcher(CONTROL.matcher(text).replaceAll("")).replaceAll("");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    // why: nearly no text holds any, and the patterns cost ten times as much as this look.
    private static boolean holdsInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
            if (control || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isolatesAreClosed(String line) {
        int open = 0;
        for (int i = 0; i < line.length() && open >= 0; i++) {
            char c = line.charAt(i);
            open += c >= '\u2066' && c <= '\u2068' ? 1 : c == '\u2069' ? -1 : 0;
        }
        return open == 0;
    }
}
