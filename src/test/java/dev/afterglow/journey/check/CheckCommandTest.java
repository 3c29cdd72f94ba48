package dev.afterglow.journey.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.Application;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path room;

    /** What {@code mvn verify} asks of every journey there is. */
    @Test
    void everyJourneyOfOursIsSound() {
        int code = run();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("thank-you").doesNotContain("error:");
        assertThat(code).isZero();
    }

    @Test
    void whatIsRefusedIsSaidWithItsPlaceRuleReasonAndHintForPrograms() throws IOException {
        new CheckRoom().instead("P14D", "P7M").folder().files().forEach(this::write);
        assertThat(run("--json", room.resolve("late-note").toString())).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toByteArray());
        assertThat(report.at("/refused").asBoolean()).isTrue();
        JsonNode finding = report.at("/folders/0/findings/0");
        assertThat(finding.at("/file").asText()).isEqualTo("late-note/LateNote.bpmn");
        assertThat(finding.at("/element").asText()).isEqualTo("BoundaryEvent_NoAnswer");
        assertThat(finding.at("/rule").asText()).isEqualTo("timer-at-most-half-a-year");
        assertThat(finding.at("/reason").asText()).isEqualTo("it runs for 212 days");
        assertThat(finding.at("/hint").asText()).isNotBlank();
    }

    @Test
    void aFolderThatIsNotThereIsNoVerdict() {
        assertThat(run(room.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere");
        assertThat(out.size()).isZero();
    }

    /** Run with {@code -Dafterglow.docs.write=true} to bring the page up to date. */
    @Test
    void theReferencePageListsEveryRuleOfEveryRoom() throws IOException {
        Path page = Path.of("docs/reference/checks.md");
        try (var app = RulesOnly.of(Application.class, Path.of("bpmn").toAbsolutePath())) {
            String now = ChecksPage.of(app.getBean(Checking.class).rules());
            if (Boolean.getBoolean("afterglow.docs.write")) {
                Files.writeString(page, now);
            }
            assertThat(page).content().isEqualTo(now);
        }
    }

    private int run(String... arguments) {
        return new CheckCommand(
                        Application.class,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private void write(String path, byte[] content) {
        try {
            Path file = room.resolve("late-note").resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
