package dev.afterglow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which process the last broker was: its id and when it started, since ids are used again. */
final class PidFile {

    // why: the start instant is derived from the machine's start, known to the second, anew in each process.
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        WholeFile.write(file, process.pid() + " " + start + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The process written down here, if it is still alive. */
    Optional<ProcessHandle> living() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
        if (words.size() != 2) {
            return Optional.empty();
        }
        try {
            return living(Long.parseLong(words.get(0)), Instant.parse(words.get(1)));
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> living(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(found -> Duration.between(start, found).abs().compareTo(SAME_START) <= 0)
                        .orElse(false));
    }
}
