package dev.afterglow.intake.providers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Real payloads and signature vectors, kept outside the project; tests that need them are skipped without them. */
public final class Fixtures {

    private Fixtures() {}

    /** One payload, byte for byte. */
    public static byte[] payload(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), () -> "there are no fixtures at " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All signature vectors of one scheme. */
    public static List<JsonNode> vectors(String scheme) {
        try {
            JsonNode all = new ObjectMapper().readTree(payload("signature-vectors.json"));
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(vector -> vector.get("scheme").asText().equals(scheme))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String configured = System.getenv("AFTERGLOW_FIXTURES");
        return Path.of(configured == null ? "../shared/fixtures" : configured);
    }
}
