package dev.afterglow.console;

import dev.afterglow.history.Import;
import dev.afterglow.history.ImportState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import as staff read it.
 *
 * @param percent how far it is; null when nobody knows
 * @param speed rows a second and the time left; empty unless it is being read
 */
record ImportInWords(
        Import file, String state, Tone tone, @Nullable Long percent, String speed) {

    static ImportInWords of(Import one, Instant now) {
        Long rows = one.rows();
        Long percent = rows == null || rows == 0 ? null : one.read() * 100 / rows;
        return new ImportInWords(one, state(one), tone(one.state()), percent, speed(one, now));
    }

    /** Whether it goes on by itself. */
    public boolean isOpen() {
        return switch (file.state()) {
            case UPLOADING, WAITING, WORKING -> true;
            case DONE, CANCELLED, FAILED -> false;
        };
    }

    /** Whether somebody can make it go on. */
    public boolean canGoOn() {
        return file.state() == ImportState.CANCELLED || file.state() == ImportState.FAILED;
    }

    private static String state(Import one) {
        String dry = one.manner().dryRun() ? " (dry run)" : "";
        return switch (one.state()) {
                    case UPLOADING -> "On its way here";
                    case WAITING -> "Waits for its turn";
                    case WORKING -> "Is being read";
                    case DONE -> "Done";
                    case CANCELLED -> "Stopped";
                    case FAILED -> "Cannot be read";
                }
                + dry;
    }

    private static Tone tone(ImportState state) {
        return switch (state) {
            case UPLOADING, WAITING, WORKING -> Tone.WAITING;
            case DONE -> Tone.GOOD;
            case CANCELLED -> Tone.QUIET;
            case FAILED -> Tone.TROUBLE;
        };
    }

    private static String speed(Import one, Instant now) {
        if (one.state() != ImportState.WORKING) {
            return "";
        }
        String rate = String.format(Locale.ENGLISH, "%,d rows a second", one.rate(now));
        return one.left(now).map(left -> rate + ", " + left(left) + " left").orElse(rate);
    }

    private static String left(Duration left) {
        return left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}
