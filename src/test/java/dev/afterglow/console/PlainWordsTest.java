package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlainWordsTest {

    @Test
    void everyReasonOfAPolicyIsASentence() throws IOException {
        List<String> reasons = Pattern.compile("`([a-z-]+)`")
                .matcher(Files.readString(Path.of("docs/reference/policies.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(reasons)
                .hasSizeGreaterThan(15)
                .allSatisfy(reason -> assertThat(PlainWords.reason(reason))
                        .isNotEqualTo(reason)
                        .endsWith("."));
    }
}
