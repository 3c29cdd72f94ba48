package dev.afterglow.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnsPageTest {

    @Test
    void thePageOfColumnsSaysWhatTheCodeKnows() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/reference/import.md")).stream()
                        .filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Arrays.stream(Column.values())
                        .map(column -> "| `%s` | %s | %s |"
                                .formatted(column.word(), column.meaning(), String.join(", ", column.alsoCalled())))
                        .toList());
    }
}
