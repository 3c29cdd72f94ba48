package dev.afterglow.messaging.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of words is called: {@code messages/NAME.CHANNEL.LOCALE.md} or {@code .mjml}.
 *
 * @param locale BCP 47
 */
record WordsName(String name, String channel, String locale) {

    private static final Pattern PATH =
            Pattern.compile("messages/([A-Za-z0-9_-]+)\\.([a-z]+)\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\\.(md|mjml)");

    /** Reads a path inside a journey's folder; empty for files that are not words. */
    static Optional<WordsName> of(String path) {
        Matcher words = PATH.matcher(path);
        return words.matches()
                ? Optional.of(new WordsName(words.group(1), words.group(2), words.group(3)))
                : Optional.empty();
    }

    String path(String ending) {
        return "messages/%s.%s.%s.%s".formatted(name, channel, locale, ending);
    }
}
