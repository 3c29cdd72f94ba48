package dev.afterglow.intake.twilio;

import dev.afterglow.intake.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form, in the order of their names, as Twilio signs them.
 *
 * @param fields each with all its values
 */
record Form(Map<String, SortedSet<String>> fields) {

    private static final int MANY = 500;

    static Form read(byte[] body) {
        Map<String, SortedSet<String>> fields = new TreeMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", MANY + 1)) {
            if (fields.size() >= MANY) {
                throw Refusal.wrongShape("The form has more than %d fields.".formatted(MANY));
            }
            String[] both = pair.split("=", 2);
            fields.computeIfAbsent(decoded(both[0]), name -> new TreeSet<>())
                    .add(both.length == 2 ? decoded(both[1]) : "");
        }
        return new Form(fields);
    }

    /** The value of this field, without NUL, which databases do not take; null when it is missing or blank. */
    @Nullable
    String get(String name) {
        SortedSet<String> values = fields.get(name);
        String value =
                values == null ? "" : values.first().replace("\u0000", "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The value of a field that must be there, and be no longer than that. */
    String required(String name, int longest) {
        String value = get(name);
        if (value == null || value.length() > longest) {
            throw Refusal.wrongShape("/%s must be a text of 1 to %d characters.".formatted(name, longest));
        }
        return value;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongShape("The form is not encoded as forms are.");
        }
    }
}
