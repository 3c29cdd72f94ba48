package dev.afterglow.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of what was sold before, and how far it was taken.
 *
 * @param size of the file, in bytes
 * @param fingerprint SHA-256 of the file, if whoever sends it said so
 * @param reason why it failed, in a sentence
 * @param unused columns nobody knows
 * @param rows how many there are; null until they were counted
 * @param read how many of them were looked at
 * @param taken how many are in the tables now and were not before
 * @param known how many had been taken before
 * @param beganAt when it was begun, or gone on with, at the row {@code beganRow}
 */
public record Import(
        String id,
        String name,
        long size,
        @Nullable String fingerprint,
        Manner manner,
        ImportState state,
        @Nullable String reason,
        List<String> unused,
        @Nullable Long rows,
        long read,
        long taken,
        long known,
        long refused,
        String askedBy,
        Instant askedAt,
        @Nullable Instant beganAt,
        long beganRow,
        @Nullable Instant endedAt) {

    /** How many rows a second, since it was begun or gone on with. */
    public long rate(Instant now) {
        if (beganAt == null) {
            return 0;
        }
        long millis = Duration.between(beganAt, endedAt == null ? now : endedAt).toMillis();
        return (read - beganRow) * 1000 / Math.max(1, millis);
    }

    /** How long it takes from now, if it goes on like that. */
    public Optional<Duration> left(Instant now) {
        long rate = rate(now);
        return state != ImportState.WORKING || rows == null || rate == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((rows - read) / rate));
    }
}
