package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * By what people know an edition.
 *
 * @param hash of all that is in it
 * @param revision the git commit it is from; null when git does not watch over the folder
 * @param changed true when the folder was not as it is in that commit
 */
public record EditionMark(String hash, @Nullable String revision, boolean changed) {

    private static final int ENOUGH = 8;

    /** Enough of the hash to tell it from others. */
    public String text() {
        return start(hash);
    }

    /** Which commit it is from; empty when nobody knows. */
    public String origin() {
        return revision == null ? "" : "commit " + start(revision) + (changed ? ", changed" : "");
    }

    private static String start(String hexadecimal) {
        return hexadecimal.substring(0, Math.min(ENOUGH, hexadecimal.length()));
    }
}
