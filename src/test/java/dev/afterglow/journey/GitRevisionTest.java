package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevisionTest {

    private static final String COMMIT = "118edac0".repeat(5);

    @TempDir
    private Path room;

    @Test
    void whereGitDoesNotWatchThereIsNone() throws IOException {
        assertThat(GitRevision.of(folder(), edition())).isEmpty();
    }

    @Test
    void whatCannotBeReadOfACommitCountsAsChanged() throws IOException {
        Path git = Files.createDirectories(room.resolve(".git/objects")).getParent();
        Files.writeString(git.resolve("HEAD"), COMMIT + "\n");

        assertThat(GitRevision.of(folder(), edition())).contains(new Revision(COMMIT, true));
    }

    @Test
    void gitsFilesThatMakeNoSenseStopNothing() throws IOException {
        Files.writeString(room.resolve(".git"), "?");

        assertThat(GitRevision.of(folder(), edition())).isEmpty();
    }

    private Path folder() throws IOException {
        return Files.createDirectories(room.resolve("bpmn/thank-you"));
    }

    private static Edition edition() {
        return EditionTest.of("thank-you", Map.of("ThankYou.bpmn", "<diagram/>"));
    }
}
