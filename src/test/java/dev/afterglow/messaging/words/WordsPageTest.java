package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WordsPageTest extends AppTest {

    private static final Path PAGE = Path.of("docs/reference/words.md");

    @Autowired
    private Offerings offerings;

    /** Run with {@code -Dafterglow.docs.write=true} to bring the page up to date. */
    @Test
    void theReferencePageSaysWhatTheCodeDoes() throws IOException {
        String page = Vocabulary.page(offerings.entries());
        if (Boolean.getBoolean("afterglow.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }
}
