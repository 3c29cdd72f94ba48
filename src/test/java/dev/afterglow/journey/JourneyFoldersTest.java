package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyFoldersTest {

    @TempDir
    private Path room;

    @Test
    void eachFolderIsKnownByItsOwnNameAndByTheJourneyItHolds() throws IOException {
        write("thank-you/ThankYou.bpmn", "diagram");
        write("thank-you/messages/thank-you.email.en.md", "words");
        write("shared/layout.email.html", "frame");
        JourneyFolders folders = folders(Duration.ZERO);
        assertThat(folders.current()).extracting(JourneyFolder::name).containsExactly("shared", "thank-you");
        assertThat(folders.of("ThankYou").orElseThrow().text("messages/thank-you.email.en.md"))
                .contains("words");
        assertThat(folders.named("shared").orElseThrow().text("layout.email.html"))
                .contains("frame");
        assertThat(folders.of("Unknown")).isEmpty();
    }

    @Test
    void hiddenFilesAndFilesOutsideFoldersAreLeftOut() throws IOException {
        write(".camunda/element-templates/send.json", "{}");
        write("thank-you/.ThankYou.bpmn.swp", "half");
        write("README.md", "read me");
        write("thank-you/ThankYou.bpmn", "diagram");
        assertThat(folders(Duration.ZERO).current())
                .singleElement()
                .satisfies(folder -> assertThat(folder.files()).containsOnlyKeys("ThankYou.bpmn"));
    }

    @Test
    void whatIsSavedLaterIsSeen() throws IOException {
        write("thank-you/ThankYou.bpmn", "first");
        JourneyFolders folders = folders(Duration.ZERO);
        String before = folders.of("ThankYou").orElseThrow().contentHash();
        write("thank-you/ThankYou.bpmn", "second");
        assertThat(folders.of("ThankYou").orElseThrow().contentHash()).isNotEqualTo(before);
    }

    @Test
    void newWordsAloneAreNoNewDiagram() throws IOException {
        write("thank-you/ThankYou.bpmn", "diagram");
        JourneyFolders folders = folders(Duration.ZERO);
        String before = folders.of("ThankYou").orElseThrow().contentHash();
        write("thank-you/messages/thank-you.email.en.md", "words");
        assertThat(folders.of("ThankYou").orElseThrow().contentHash()).isEqualTo(before);
    }

    private JourneyFolders folders(Duration watchEvery) {
        return new JourneyFolders(
                new JourneySettings(room.toString(), true, watchEvery, 10, Duration.ofMinutes(1), 64));
    }

    private void write(String path, String content) throws IOException {
        Path file = room.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
