package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsFileTest {

    @Test
    void frontMatterAndBodyAreTakenApart() {
        WordsFile file =
                WordsFile.parse("x.md", "---\r\nsubject: \"Hi: {{ x }}\"\r\npurpose: service\r\n---\r\nBody\r\n");
        assertThat(file.front().required("subject").text()).isEqualTo("Hi: {{ x }}");
        assertThat(file.front().traits().purpose()).isEqualTo(Purpose.SERVICE);
        assertThat(file.body()).isEqualTo("Body\n");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> WordsFile.parse("x.md", "Body only")).hasMessageContaining("front matter is missing");
        assertThatThrownBy(() -> WordsFile.parse("x.md", "---\npurpose: service\n---\nBody")
                        .front()
                        .required("subject"))
                .hasMessageContaining("\"subject\" is missing");
    }

    @Test
    void aPurposeMustBeOneOfTwo() {
        assertThatThrownBy(() -> WordsFile.parse("x.md", "---\npurpose: fun\n---\nBody")
                        .front()
                        .traits())
                .hasMessageContaining("service or marketing");
    }

    @Test
    void frontMatterCannotMakeObjects() {
        assertThatThrownBy(() ->
                        WordsFile.parse("x.md", "---\nsubject: !!java.net.URL [\"http://evil.example\"]\n---\nBody"))
                .isInstanceOf(WordsRefused.class);
    }
}
