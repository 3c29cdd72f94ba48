package dev.afterglow.messaging.words;

import java.util.Locale;

/** What a message is for. When in doubt it is marketing, which the law is stricter about. */
public enum Purpose {
    /** About something the customer did or waits for. */
    SERVICE,
    /** Anything else. */
    MARKETING;

    /** The word used in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose with this word. */
    public static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
