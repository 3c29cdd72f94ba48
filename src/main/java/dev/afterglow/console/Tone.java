package dev.afterglow.console;

import java.util.Locale;

/** How something is to be taken; each has a colour and a mark. */
enum Tone {
    /** It went as wished. */
    GOOD,
    /** It goes on. */
    WAITING,
    /** Nothing was done, on purpose. */
    QUIET,
    /** Somebody should look. */
    TROUBLE,
    /** Just a fact. */
    PLAIN;

    /** The class in the stylesheet. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
