package dev.afterglow.messaging.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one message in one language, ready to be filled in.
 *
 * @param name as the diagram calls it
 * @param locale as in the file's name
 * @param traits what the policies judge by
 * @param file path below {@code bpmn/}
 * @param edition of the folder they were taken from; null when they are looked at on disk
 * @param track whether links to other sites lead through an address of ours, which counts
 * @param html null where the channel has none
 */
public record Words(
        String name,
        String locale,
        Traits traits,
        String file,
        @Nullable String edition,
        boolean track,
        LiquidTemplate subject,
        LiquidTemplate preheader,
        @Nullable LiquidTemplate html,
        LiquidTemplate plain,
        Map<String, LiquidTemplate> fields) {

    private static final int LONGEST_SUBJECT = 250;
    private static final int LONGEST_FIELD = 4_096;

    /** The same words, as they are in this edition too. */
    Words in(@Nullable String taken) {
        return Objects.equals(edition, taken)
                ? this
                : new Words(name, locale, traits, file, taken, track, subject, preheader, html, plain, fields);
    }

    /** True when they name something that begins with this. */
    boolean speakOf(String prefix) {
        return Stream.concat(Stream.of(subject, preheader, plain), fields.values().stream())
                        .anyMatch(template -> template.names().contains(prefix))
                || (html != null && html.names().contains(prefix));
    }

    /**
     * Fills in the words.
     *
     * @throws WordsRefused naming a variable that does not exist
     */
    Rendered fill(Liquid liquid, Map<String, Object> values, Tongue tongue) {
        String subjectLine = line(liquid.render(subject, values, tongue), LONGEST_SUBJECT);
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("subject", subjectLine);
        all.put("preheader", line(liquid.render(preheader, values, tongue), LONGEST_SUBJECT));
        Map<String, String> filled = new LinkedHashMap<>();
        fields.forEach(
                (field, template) -> filled.put(field, line(liquid.render(template, all, tongue), LONGEST_FIELD)));
        return new Rendered(
                subjectLine,
                html == null ? "" : joined(joined(liquid.render(html, all, tongue), "ul"), "ol"),
                TidyText.of(liquid.render(plain, all, tongue)),
                filled);
    }

    // why: a loop around "- {{ x }}" makes a list of each line; looked for by hand, as a pattern takes ten times
    // longer.
    private static String joined(String html, String list) {
        String end = "</" + list + ">";
        String begin = "<" + list + ">";
        StringBuilder joined = new StringBuilder();
        int at = 0;
        for (int found = html.indexOf(end); found >= 0; found = html.indexOf(end, found + 1)) {
            int next = found + end.length();
            while (next < html.length() && Character.isWhitespace(html.charAt(next))) {
                next++;
            }
            if (html.startsWith(begin, next)) {
                joined.append(html, at, found);
                at = next + begin.length();
            }
        }
        return at == 0 ? html : joined.append(html, at, html.length()).toString();
    }

    private static String line(String text, int longest) {
        String line = CleanText.line(text);
        // why: a cut through the middle of a character would leave half of it.
        return line.length() <= longest ? line : CleanText.line(line.substring(0, longest));
    }
}
