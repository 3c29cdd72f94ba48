package dev.afterglow.history;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** The file is not here yet, or not all of it. */
    UPLOADING,
    /** Its turn comes. */
    WAITING,
    /** It is being read. */
    WORKING,
    /** All of it was read. */
    DONE,
    /** Somebody stopped it; it can go on. */
    CANCELLED,
    /** It cannot be read; the reason says why. */
    FAILED;

    /** The word used in the database and the answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
