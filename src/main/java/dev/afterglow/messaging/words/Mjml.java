package dev.afterglow.messaging.words;

import ch.digitalfondue.mjml4j.Mjml4j;
import ch.digitalfondue.mjml4j.Mjml4j.Configuration;
import ch.digitalfondue.mjml4j.Mjml4j.TextDirection;
import com.ibm.icu.util.ULocale;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MJML, turned into the HTML that mail programs understand. The library passes over what it does not know, so it is
 * looked at here first.
 */
final class Mjml {

    private static final Set<String> HOLD_OTHERS = Set.of(
            "mjml",
            "mj-head",
            "mj-attributes",
            "mj-html-attributes",
            "mj-selector",
            "mj-body",
            "mj-wrapper",
            "mj-section",
            "mj-group",
            "mj-column",
            "mj-hero",
            "mj-accordion",
            "mj-accordion-element",
            "mj-carousel",
            "mj-navbar",
            "mj-social");
    private static final Set<String> HOLD_HTML = Set.of(
            "mj-text",
            "mj-button",
            "mj-table",
            "mj-raw",
            "mj-title",
            "mj-preview",
            "mj-style",
            "mj-navbar-link",
            "mj-social-element",
            "mj-accordion-title",
            "mj-accordion-text",
            "mj-html-attribute");
    private static final Set<String> HOLD_NOTHING = Set.of(
            "mj-all",
            "mj-breakpoint",
            "mj-carousel-image",
            "mj-class",
            "mj-divider",
            "mj-font",
            "mj-image",
            "mj-spacer");
    private static final Set<String> TAKE_LIQUID =
            Set.of("mj-body", "mj-wrapper", "mj-section", "mj-group", "mj-column", "mj-hero");
    private static final Pattern TAG = Pattern.compile(
            "(?s)<!--.*?-->|<(/?)(mj[\\w-]*)((?:\\s+[\\w:-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))?)*)\\s*(/?)>|</?mj[\\w-]*");

    private final String file;
    private final int firstLine;
    private final Gaps gaps;
    private final StringBuilder checked = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String tag, Place place) {}

    private Mjml(String file, int firstLine, Gaps gaps) {
        this.file = file;
        this.firstLine = firstLine;
        this.gaps = gaps;
    }

    /**
     * The HTML, with the same gaps.
     *
     * @throws WordsRefused when a tag is not known, not closed, or text stands where MJML would drop it
     */
    static String html(String file, int firstLine, Gaps gaps, Locale locale) {
        Mjml mjml = new Mjml(file, firstLine, gaps);
        mjml.check();
        boolean rightToLeft = ULocale.forLocale(locale).isRightToLeft();
        TextDirection direction = rightToLeft ? TextDirection.RTL : TextDirection.LTR;
        try {
            String html = Mjml4j.render(mjml.checked.toString(), new Configuration(locale.toLanguageTag(), direction));
            // why: MJML writes this into every section, whatever the direction of the page is.
            return rightToLeft ? html.replace("direction:ltr", "direction:rtl") : html;
        } catch (RuntimeException | StackOverflowError e) {
            throw new Place(file, firstLine).refuse("this MJML cannot be read");
        }
    }

    private void check() {
        String text = gaps.text();
        Matcher tag = TAG.matcher(text);
        int at = 0;
        while (tag.find()) {
            between(text.substring(at, tag.start()), text, at);
            at = tag.end();
            if (tag.group().startsWith("<!--")) {
                continue;
            }
            read(tag, place(text, tag.start()));
            checked.append(tag.group());
        }
        between(text.substring(at), text, at);
        if (!open.isEmpty()) {
            throw open.element()
                    .place()
                    .refuse("<%s> is not closed".formatted(open.element().tag()));
        }
    }

    private void read(Matcher tag, Place place) {
        String name = tag.group(2);
        if (name == null) {
            throw place.refuse("this tag is not complete: %s".formatted(tag.group()));
        }
        if (name.equals("mj-include")) {
            throw place.refuse("<mj-include> is not allowed: words do not read files");
        }
        if (!HOLD_OTHERS.contains(name) && !HOLD_HTML.contains(name) && !HOLD_NOTHING.contains(name)) {
            throw place.refuse("<%s> is not known".formatted(name));
        }
        if (!tag.group(1).isEmpty()) {
            close(name, place);
        } else if (tag.group(4).isEmpty()) {
            open.push(new Open(name, place));
        }
    }

    private void close(String name, Place place) {
        if (open.isEmpty() || !open.element().tag().equals(name)) {
            throw place.refuse("</%s> closes nothing".formatted(name)
                    + (open.isEmpty()
                            ? ""
                            : ": <%s> of line %d is open"
                                    .formatted(
                                            open.element().tag(),
                                            open.element().place().line())));
        }
        open.pop();
    }

    private void between(String words, String text, int at) {
        String around = open.isEmpty() ? "" : open.element().tag();
        if (words.isBlank() || HOLD_HTML.contains(around)) {
            checked.append(words);
            return;
        }
        checked.append(Gaps.GAP.matcher(words).replaceAll(gap -> wrapped(gap.group(1), around)));
        String dropped = Gaps.GAP.matcher(words).replaceAll("");
        if (!dropped.isBlank()) {
            int lead = words.length() - words.stripLeading().length();
            throw place(text, at + lead).refuse("text must stand in an element such as <mj-text>, else it is lost");
        }
    }

    // why: MJML keeps Liquid between its own elements only inside mj-raw, which nobody should have to know.
    private String wrapped(String gap, String around) {
        Gaps.Liquid piece = gaps.piece(gap);
        if (!piece.isTag() || !TAKE_LIQUID.contains(around)) {
            throw piece.place().refuse("this must stand in an element such as <mj-text>, else it is lost");
        }
        return "<mj-raw>\uE000" + gap + "\uE001</mj-raw>";
    }

    private Place place(String text, int offset) {
        int lines =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Place(file, firstLine + lines + linesIn(text.substring(0, offset)));
    }

    private int linesIn(String before) {
        return (int) Gaps.GAP
                .matcher(before)
                .results()
                .flatMapToInt(gap -> gaps.piece(gap.group(1)).text().chars())
                .filter(c -> c == '\n')
                .count();
    }
}
