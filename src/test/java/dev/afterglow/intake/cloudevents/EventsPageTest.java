package dev.afterglow.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes the page about our events and their schemas anew with {@code -Dafterglow.write-reference=true}. */
class EventsPageTest {

    private static final Path PAGE = Path.of("docs/reference/events.md");
    private static final Path SCHEMAS = Path.of("docs/reference/schemas");
    private static final ObjectMapper WRITER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = EventsPage.of(Examples.shown());
        if (Boolean.getBoolean("afterglow.write-reference")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run this test with -Dafterglow.write-reference=true")
                .isEqualTo(page);
    }

    @Test
    void everyEventHasItsSchemaThereAndNoOther() throws IOException {
        Map<String, String> schemas = new TreeMap<>();
        for (OurEvent event : OurEvents.ALL) {
            schemas.put(event.name() + ".json", written(event));
        }
        if (Boolean.getBoolean("afterglow.write-reference")) {
            Files.createDirectories(SCHEMAS);
            for (Map.Entry<String, String> schema : schemas.entrySet()) {
                Files.writeString(SCHEMAS.resolve(schema.getKey()), schema.getValue());
            }
        }
        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                there.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(there)
                .as("run this test with -Dafterglow.write-reference=true")
                .isEqualTo(schemas);
    }

    @Test
    void everyEventThatIsNotJustAnotherStatusIsShown() {
        assertThat(Examples.shown())
                .containsAll(OurEvents.ALL.stream()
                        .filter(event -> event.name().equals("parcel.scanned")
                                || !event.reportedAs().equals("parcel.scanned"))
                        .toList());
    }

    private static String written(OurEvent event) throws JsonProcessingException {
        return WRITER.writeValueAsString(EventSchema.of(event)).replace(System.lineSeparator(), "\n") + "\n";
    }
}
