package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture in each journey's README. */
class PicturesTest {

    static List<Path> diagrams() throws IOException {
        return DiagramsTest.diagrams();
    }

    /** Run with {@code -Dafterglow.docs.write=true} to draw the pictures anew. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void thePictureIsThatOfTheDiagramAndTheReadmeShowsIt(Path diagram) throws Exception {
        String name = diagram.getFileName().toString().replace(".bpmn", ".svg");
        Path picture = diagram.resolveSibling(name);
        String drawn = Picture.of(diagram);
        if (Boolean.getBoolean("afterglow.docs.write")) {
            Files.writeString(picture, drawn);
        }
        assertThat(picture).content().isEqualTo(drawn);
        assertThat(diagram.resolveSibling("README.md")).content().contains("](" + name + ")");
    }
}
