package dev.afterglow.intake.cloudevents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** One event of each type, as the page shows it. */
final class Examples {

    private Examples() {}

    /** Those that are explained and shown, in the order of the page. */
    static List<OurEvent> shown() {
        return OurEvents.ALL.stream()
                .filter(event -> Examples.class.getResource(event.name() + ".json") != null)
                .toList();
    }

    static String of(OurEvent event) {
        try (InputStream file = Objects.requireNonNull(
                Examples.class.getResourceAsStream(event.name() + ".json"), "there is no example of " + event.name())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
