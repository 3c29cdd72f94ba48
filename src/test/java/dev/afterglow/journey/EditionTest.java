package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionTest {

    private static final Map<String, String> FILES =
            Map.of("ThankYou.bpmn", "<diagram>\n", "messages/thank-you.email.en.md", "Hello\n");

    @Test
    void anyFileACustomerNoticesMakesAnotherEdition() {
        String hash = edition("thank-you", Map.of()).hash();

        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(edition("thank-you", Map.of()).hash());
        assertThat(edition("thank-you", Map.of("messages/thank-you.email.en.md", "Hi\n"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(edition("thank-you", Map.of("offers/ten.yaml", "percent: 10\n"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(edition("thanks", Map.of()).hash()).isNotEqualTo(hash);
    }

    @Test
    void aFileMayNotChangePlacesWithAnother() {
        assertThat(of("a", Map.of("b", "12", "c", "")).hash())
                .isNotEqualTo(of("a", Map.of("b", "1", "c", "2")).hash());
    }

    @Test
    void whatExplainsTheJourneyToPeopleMakesNone() {
        Edition edition = edition(
                "thank-you",
                Map.of("README.md", "Why", "ThankYou.svg", "<svg/>", "examples.yaml", "given:", ".hidden", "x"));

        assertThat(edition.hash()).isEqualTo(edition("thank-you", Map.of()).hash());
        assertThat(edition.folder().files()).containsOnlyKeys(FILES.keySet());
    }

    @Test
    void lineEndsOfAnotherMachineMakeNoneAndPicturesStayAsTheyAre() {
        byte[] picture = {0, 1, '\r', '\n'};
        TreeMap<String, byte[]> files = bytes(Map.of("ThankYou.bpmn", "<diagram>\r\n"));
        files.put("picture.png", picture);
        Edition edition = Edition.of(new JourneyFolder("thank-you", files));

        assertThat(edition.folder().text("ThankYou.bpmn")).contains("<diagram>\n");
        assertThat(edition.folder().files().get("picture.png")).isEqualTo(picture);
        assertThat(edition("thank-you", Map.of("ThankYou.bpmn", "<diagram>\r\n"))
                        .hash())
                .isEqualTo(edition("thank-you", Map.of()).hash());
        assertThat(edition("thank-you", Map.of("ThankYou.bpmn", "<diagram>\r")).hash())
                .isNotEqualTo(edition("thank-you", Map.of()).hash());
    }

    @Test
    void aFileTooLargeToBeReadByAnybodyIsNotKept() {
        TreeMap<String, byte[]> files = bytes(FILES);
        files.put("film.mp4", new byte[Edition.LONGEST_FILE + 1]);

        assertThat(Edition.of(new JourneyFolder("thank-you", files)).hash())
                .isEqualTo(edition("thank-you", Map.of()).hash());
    }

    private static Edition edition(String name, Map<String, String> changes) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.putAll(changes);
        return of(name, files);
    }

    static Edition of(String name, Map<String, String> files) {
        return Edition.of(new JourneyFolder(name, bytes(files)));
    }

    private static TreeMap<String, byte[]> bytes(Map<String, String> files) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
