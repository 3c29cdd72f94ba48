package dev.afterglow.messaging.words;

import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of words: front matter between two lines of dashes, then Markdown. */
record WordsFile(Map<String, Object> front, String body) {

    /**
     * Reads a file.
     *
     * @throws WordsRefused when the front matter is missing or wrong
     */
    static WordsFile parse(String source) {
        String text = source.replace("\r\n", "\n").replace("\uFEFF", "");
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            throw new WordsRefused("line 1: front matter is missing; begin with a line of three dashes");
        }
        return new WordsFile(yaml(text.substring(4, end + 1)), text.substring(end + 5));
    }

    private static Map<String, Object> yaml(String front) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(front);
            if (loaded instanceof Map<?, ?> map) {
                Map<String, Object> values = new java.util.LinkedHashMap<>();
                map.forEach((name, value) -> values.put(String.valueOf(name), value));
                return values;
            }
            throw new WordsRefused("line 2: front matter must be lines of \"name: value\"");
        } catch (YAMLException e) {
            throw new WordsRefused("front matter: " + e.getMessage(), e);
        }
    }

    String required(String name) {
        Object value = front.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new WordsRefused("front matter: \"%s\" is missing".formatted(name));
        }
        return value.toString();
    }

    String optional(String name) {
        Object value = front.get(name);
        return value == null ? "" : value.toString();
    }

    Purpose purpose() {
        String word = required("purpose");
        for (Purpose purpose : Purpose.values()) {
            if (purpose.word().equals(word.toLowerCase(Locale.ROOT))) {
                return purpose;
            }
        }
        throw new WordsRefused("front matter: purpose is \"%s\", but must be service or marketing".formatted(word));
    }
}
