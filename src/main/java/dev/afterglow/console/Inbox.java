package dev.afterglow.console;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** A mail as the list of an inbox shows it, before anybody opens it. */
record Inbox(String from, String subject, String beginning) {

    private static final int SHOWN = 110;
    // why: layouts fill up a short preheader with these, so that no other text follows it in the list.
    private static final Pattern FILLING =
            Pattern.compile("[\\u00A0\\u00AD\\u034F\\u061C\\u200B-\\u200F\\u2007\\uFEFF]+");
    private static final Pattern ADDRESS = Pattern.compile("\\s*<[^>]*>\\s*$");

    static Inbox of(String from, String subject, String html, String plain) {
        String text = html.isEmpty() ? plain : Jsoup.parse(html).body().text();
        String clean =
                FILLING.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String name = ADDRESS.matcher(from).replaceAll("");
        return new Inbox(name.isEmpty() ? from : name, subject, beginning(clean));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + " …";
    }
}
