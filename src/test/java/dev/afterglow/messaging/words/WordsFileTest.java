package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsFileTest {

    @Test
    void frontMatterAndBodyAreTakenApart() {
        WordsFile file = WordsFile.parse("---\r\nsubject: \"Hi: {{ x }}\"\r\npurpose: service\r\n---\r\nBody\r\n");
        assertThat(file.required("subject")).isEqualTo("Hi: {{ x }}");
        assertThat(file.purpose()).isEqualTo(Purpose.SERVICE);
        assertThat(file.body()).isEqualTo("Body\n");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> WordsFile.parse("Body only")).hasMessageContaining("front matter is missing");
        assertThatThrownBy(() ->
                        WordsFile.parse("---\npurpose: service\n---\nBody").required("subject"))
                .hasMessageContaining("\"subject\" is missing");
    }

    @Test
    void aPurposeMustBeOneOfTwo() {
        assertThatThrownBy(() -> WordsFile.parse("---\npurpose: fun\n---\nBody").purpose())
                .hasMessageContaining("service or marketing");
    }

    @Test
    void frontMatterCannotMakeObjects() {
        assertThatThrownBy(() -> WordsFile.parse("---\nsubject: !!java.net.URL [\"http://evil.example\"]\n---\nBody"))
                .isInstanceOf(WordsRefused.class);
    }
}
