package dev.afterglow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;

/** How far this run's time is ahead of the machine's; kept in the data folder, it only grows. */
final class ClockOffset {

    private final Path file;
    private volatile Duration value;

    private ClockOffset(Path file, Duration value) {
        this.file = file;
        this.value = value;
    }

    static ClockOffset keptIn(Path file) {
        try {
            return new ClockOffset(file, Files.exists(file) ? read(file) : Duration.ZERO);
        } catch (IOException | DateTimeException e) {
            throw new LocalRunFailure(
                    "The file " + file + " should hold the offset of the clock, such as PT72H, but cannot be read: "
                            + e,
                    "Correct it. Without it the app's time would be behind what its data and journeys have seen.",
                    e);
        }
    }

    private static Duration read(Path file) throws IOException {
        return Duration.parse(Files.readString(file).strip());
    }

    Duration value() {
        return value;
    }

    /** On disk first: after a crash in between, time is later than anybody saw, never earlier. */
    synchronized void growBy(Duration forward) throws IOException {
        if (forward.isNegative()) {
            throw new IllegalArgumentException("Time only moves forward, not by " + forward);
        }
        Duration grown = value.plus(forward);
        WholeFile.write(file, grown + "\n");
        value = grown;
    }
}
