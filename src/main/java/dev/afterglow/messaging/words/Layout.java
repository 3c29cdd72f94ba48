package dev.afterglow.messaging.words;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The frame around all words of a channel, of which a message fills the part {@code content}.
 *
 * @param html with gaps
 * @param plain with the same gaps
 */
record Layout(Gaps gaps, String html, String plain) {

    private static final Pattern CONTENT = Pattern.compile("\\{\\{-?\\s*content\\s*-?}}");

    /**
     * Reads a layout.
     *
     * @param file path below {@code bpmn/}; MJML or HTML by its ending
     * @throws WordsRefused when it is wrong, or has no place for the content
     */
    static Layout read(String file, String source, Locale locale) {
        Gaps gaps = new Gaps(file, 1, source.replace("\r\n", "\n"));
        if (gaps.pieces().stream()
                .noneMatch(piece -> CONTENT.matcher(piece.text()).matches())) {
            throw new Place(file, 1).refuse("{{ content }} is missing: there the words of a message go");
        }
        return page(file, 1, gaps, locale);
    }

    /** A page that is whole by itself. */
    static Layout page(String file, int firstLine, Gaps gaps, Locale locale) {
        Grammar.check(gaps.pieces());
        Html.check(file, firstLine, gaps);
        String html = file.endsWith(".mjml") ? Mjml.html(file, firstLine, gaps, locale) : gaps.text();
        return new Layout(gaps, html, PlainText.of(html, gaps));
    }

    /** The HTML around this content. */
    Source html(Source content) {
        return gaps.fill(html, content);
    }

    /** The plain text around this content. */
    Source plain(Source content) {
        return gaps.fill(plain, content);
    }
}
