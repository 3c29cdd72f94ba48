package dev.afterglow.journey.check;

import java.util.Locale;

/** How bad something is. */
public enum Severity {
    /** The folder is not deployed. */
    ERROR,
    /** It is deployed, but somebody should look. */
    WARNING;

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
