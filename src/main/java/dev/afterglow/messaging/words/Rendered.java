package dev.afterglow.messaging.words;

import java.util.Map;

/**
 * Filled-in words.
 *
 * @param subject one line; empty where the channel has none
 * @param html empty where the channel has none
 * @param plain plain text
 * @param fields what else the channel wants to know, from {@code fields} in the front matter
 */
public record Rendered(String subject, String html, String plain, Map<String, String> fields) {

    public Rendered {
        fields = Map.copyOf(fields);
    }

    /** Words without further fields. */
    public Rendered(String subject, String html, String plain) {
        this(subject, html, plain, Map.of());
    }
}
