package dev.afterglow.journey.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

    @TempDir
    private Path outside;

    private Path root;
    private Path folder;

    @BeforeEach
    void aRepository() throws Exception {
        root = Files.createDirectory(outside.resolve("shop"));
        folder = Files.createDirectories(root.resolve("bpmn/thank-you"));
        assumeTrue(isInstalled(), "git is installed on this machine");
        git("init", "-q", "-b", "main");
    }

    @Test
    void beforeTheFirstCommitAndOutsideOfGitThereIsNone() throws IOException {
        assertThat(WorkTree.around(folder).orElseThrow().head()).isEmpty();
        assertThat(WorkTree.around(outside)).isEmpty();
    }

    @Test
    void theCommitThatIsCheckedOutIsFoundAndItsFilesAre() throws Exception {
        write("ThankYou.bpmn", "<diagram/>");
        write("messages/thank-you.email.en.md", "Hello");
        commit("First");
        write("ThankYou.bpmn", "changed since");
        write("messages/new.email.en.md", "not committed");

        assertThat(head()).isEqualTo(git("rev-parse", "HEAD"));
        assertThat(files())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ThankYou.bpmn", "<diagram/>", "messages/thank-you.email.en.md", "Hello"));
        assertThat(WorkTree.around(root).orElseThrow().files(head(), Files.createDirectory(root.resolve("new"))))
                .isEmpty();
    }

    @Test
    void whatIsPackedIsReadToo() throws Exception {
        for (int i = 0; i < 30; i++) {
            write("ThankYou.bpmn", "<diagram>\n" + "the same line again and again\n".repeat(500 + i) + i);
            write("Long.bpmn", "x".repeat(100_000) + i + "y".repeat(70_000));
            commit("Change " + i);
        }
        git("gc", "-q", "--aggressive", "--prune=now");
        assertThat(root.resolve(".git/refs/heads/main")).doesNotExist();

        for (int back : List.of(0, 1, 15, 29)) {
            int number = 29 - back;
            String commit = git("rev-parse", "HEAD~" + back);
            assertThat(text(WorkTree.around(folder).orElseThrow().files(commit, folder)))
                    .containsEntry(
                            "ThankYou.bpmn",
                            "<diagram>\n" + "the same line again and again\n".repeat(500 + number) + number)
                    .containsEntry("Long.bpmn", "x".repeat(100_000) + number + "y".repeat(70_000));
        }
        assertThat(head()).isEqualTo(git("rev-parse", "HEAD"));
    }

    @Test
    void aSecondWorkTreeAndARepositoryThatBorrowsAreUnderstood() throws Exception {
        write("ThankYou.bpmn", "<diagram/>");
        commit("First");
        String first = head();
        git("worktree", "add", "-q", "--detach", outside.resolve("second").toString());
        git("clone", "-q", "--shared", root.toString(), outside.resolve("third").toString());
        write("ThankYou.bpmn", "later");
        commit("Second");

        for (String other : List.of("second", "third")) {
            Path there = outside.resolve(other).resolve("bpmn/thank-you");
            WorkTree tree = WorkTree.around(there).orElseThrow();
            assertThat(tree.head()).contains(first);
            assertThat(text(tree.files(first, there))).containsEntry("ThankYou.bpmn", "<diagram/>");
        }
    }

    @Test
    void whatIsNotThereOrBrokenIsSaidSo() throws Exception {
        write("ThankYou.bpmn", "<diagram/>");
        commit("First");
        WorkTree tree = WorkTree.around(folder).orElseThrow();

        assertThatThrownBy(() -> tree.files("0".repeat(40), folder)).isInstanceOf(IOException.class);
        Path stored = root.resolve(".git/objects/" + head().substring(0, 2) + "/" + head().substring(2));
        assertThat(stored.toFile().setWritable(true)).isTrue();
        Files.write(stored, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> tree.files(head(), folder)).isInstanceOf(IOException.class);
    }

    private String head() throws IOException {
        return WorkTree.around(folder).orElseThrow().head().orElseThrow();
    }

    private Map<String, String> files() throws IOException {
        return text(WorkTree.around(folder).orElseThrow().files(head(), folder));
    }

    private static Map<String, String> text(SortedMap<String, byte[]> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=Test", "-c", "user.email=test@shop.example", "commit", "-q", "-m", message);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
