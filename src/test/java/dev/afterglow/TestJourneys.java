package dev.afterglow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The journeys as tests run them: a copy, in which a test may change what it brought along. */
public final class TestJourneys {

    /** Where the copy is. */
    public static final String FOLDER = "target/journeys-of-tests";

    private TestJourneys() {}

    /** Copies the journeys that are shipped. */
    static void copy() {
        Path copy = Path.of(FOLDER);
        try {
            FileSystemUtils.deleteRecursively(copy);
            FileSystemUtils.copyRecursively(Path.of("bpmn"), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
