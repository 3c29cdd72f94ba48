package dev.afterglow.messaging.words;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** How a value is written where it stands, so that it can never be anything but text. */
enum Escaping {
    /** Plain text, subjects and fields. */
    PLAIN {
        @Override
        String write(String value, Tongue tongue) {
            return tongue.isolated(value);
        }
    },
    /** Between the tags of HTML. */
    HTML {
        @Override
        String write(String value, Tongue tongue) {
            return HtmlUtils.htmlEscape(tongue.isolated(value), "UTF-8");
        }
    },
    /** In a quoted attribute of HTML. */
    ATTRIBUTE {
        @Override
        String write(String value, Tongue tongue) {
            return HtmlUtils.htmlEscape(value, "UTF-8");
        }
    },
    /** At the beginning of an address a link or picture leads to. */
    ADDRESS {
        @Override
        String write(String value, Tongue tongue) {
            String scheme = value.toLowerCase(Locale.ROOT);
            return SCHEMES.stream().anyMatch(scheme::startsWith) ? ATTRIBUTE.write(value, tongue) : "#";
        }
    };

    // why: a value must not bring its own scheme, "javascript:" is one.
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tel:");

    abstract String write(String value, Tongue tongue);

    /**
     * The value as it is printed.
     *
     * @throws WordsRefused for what has no text, such as a whole list
     */
    String print(@Nullable Object value, Tongue tongue) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "true" : "";
            case ZonedDateTime moment -> write(tongue.date(moment, "long"), tongue);
            case List<?> list -> throw new WordsRefused("a list cannot be printed: go through it with {% for %}");
            case Object[] list -> throw new WordsRefused("a list cannot be printed: go through it with {% for %}");
            case Map<?, ?> group -> throw new WordsRefused("this is not one value: name something in it");
            default -> write(CleanText.whole(value.toString()), tongue);
        };
    }
}
