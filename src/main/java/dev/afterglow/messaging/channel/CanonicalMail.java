package dev.afterglow.messaging.channel;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail as DKIM sees it, "relaxed" (RFC 6376, 3.4.2 and 3.4.4): without what mail servers may change on the way.
 *
 * @param fields the last header of each name, lower case
 * @param body one letter for each byte, as in the headers
 */
record CanonicalMail(Map<String, String> fields, String body) {

    private static final Pattern SPACES = Pattern.compile("[ \t]+");
    private static final Pattern FIELD_END = Pattern.compile("\r\n(?![ \t])");
    private static final String LINE_END = "\r\n";

    static CanonicalMail of(byte[] mail) {
        // why: one letter for each byte, so that nothing is lost whatever the bytes mean.
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        Map<String, String> fields = new HashMap<>();
        for (String field : FIELD_END.split(text.substring(0, end), -1)) {
            fields.put(name(field), relaxed(field));
        }
        return new CanonicalMail(fields, relaxedBody(text.substring(end + 4)));
    }

    /** These headers, in this order, each with its end of line. */
    String headers(List<String> names) {
        return names.stream()
                .map(name -> fields.get(name.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .map(field -> field + "\r\n")
                .collect(Collectors.joining());
    }

    /** One header, unfolded. */
    static String relaxed(String field) {
        String value = field.substring(field.indexOf(':') + 1).replace("\r\n", "");
        return name(field) + ":" + trimmed(SPACES.matcher(value).replaceAll(" "));
    }

    private static String name(String field) {
        return trimmed(field.substring(0, field.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static String relaxedBody(String body) {
        String lines = Stream.of(body.split(LINE_END, -1))
                .map(line -> SPACES.matcher(line).replaceAll(" "))
                .map(line -> line.endsWith(" ") ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.joining(LINE_END));
        int end = lines.length();
        while (lines.startsWith(LINE_END, end - 2)) {
            end -= 2;
        }
        return end == 0 ? "" : lines.substring(0, end) + LINE_END;
    }

    private static String trimmed(String text) {
        int from = text.startsWith(" ") ? 1 : 0;
        int to = text.length() > from && text.endsWith(" ") ? text.length() - 1 : text.length();
        return text.substring(from, to);
    }
}
