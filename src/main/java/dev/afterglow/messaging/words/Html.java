package dev.afterglow.messaging.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HTML in words may not hold: mail programs throw it away, and it is how browsers are attacked. */
final class Html {

    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(?i)<(script|iframe|object|embed|form|input|base|frame|applet)\\b"),
            Pattern.compile("(?i)<[^>]*\\s(on[a-z]+)\\s*="),
            Pattern.compile("(?i)(javascript|vbscript)\\s*:"),
            Pattern.compile("(?i)<meta[^>]+(http-equiv\\s*=\\s*[\"']?refresh)"));

    private Html() {}

    /**
     * Looks for what is forbidden.
     *
     * @throws WordsRefused with the line
     */
    static void check(String file, int firstLine, Gaps gaps) {
        for (Pattern forbidden : FORBIDDEN) {
            Matcher found = forbidden.matcher(gaps.text());
            if (found.find()) {
                int lines =
                        (int) gaps.text().substring(0, found.start(1)).lines().count();
                throw new Place(file, firstLine + Math.max(0, lines - 1))
                        .refuse("\"%s\" is not allowed in words".formatted(found.group(1)));
            }
        }
    }
}
