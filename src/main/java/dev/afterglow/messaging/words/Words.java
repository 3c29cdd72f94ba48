package dev.afterglow.messaging.words;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of one message in one language, ready to be filled in.
 *
 * @param name as the diagram calls it
 * @param locale as in the file's name
 * @param traits what the policies judge by
 */
public record Words(
        String name,
        String locale,
        Traits traits,
        LiquidTemplate subject,
        LiquidTemplate preheader,
        LiquidTemplate html,
        LiquidTemplate plain) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n\\t\\u2028\\u2029]\\s*");
    private static final Pattern SPLIT_LIST = Pattern.compile("</ul>\\s*<ul>|</ol>\\s*<ol>");
    private static final Pattern SPLIT_ITEMS = Pattern.compile("(?m)^(- .*)\\n\\n(?=- )");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final int LONGEST_SUBJECT = 250;

    /**
     * Fills in the words.
     *
     * @throws WordsRefused naming a variable that does not exist
     */
    Rendered fill(Liquid liquid, Map<String, Object> values) {
        String subjectLine = line(liquid.render(subject, values));
        Map<String, Object> escaped = Values.escaped(values);
        escaped.put("subject", HtmlUtils.htmlEscape(subjectLine, "UTF-8"));
        escaped.put("preheader", HtmlUtils.htmlEscape(line(liquid.render(preheader, values)), "UTF-8"));
        return new Rendered(
                subjectLine,
                SPLIT_LIST.matcher(liquid.render(html, escaped)).replaceAll(""),
                tidy(liquid.render(plain, values)));
    }

    private static String line(String text) {
        String line = CONTROL.matcher(LINE_BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    private static String tidy(String text) {
        String spaced =
                EMPTY_LINES.matcher(CONTROL.matcher(text).replaceAll("")).replaceAll("\n\n");
        return SPLIT_ITEMS.matcher(spaced).replaceAll("$1\n").strip() + "\n";
    }
}
