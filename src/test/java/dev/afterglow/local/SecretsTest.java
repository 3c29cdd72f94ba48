package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("secrets.properties");
    }

    @Test
    void areLongAndDifferentAndKept() {
        Map<String, String> first = secrets(Secrets.ALL.toArray(String[]::new));
        assertThat(first.values()).hasSize(3).doesNotHaveDuplicates().allMatch(value -> value.matches("[a-z2-9]{26}"));
        assertThat(secrets(Secrets.ALL.toArray(String[]::new))).isEqualTo(first);
    }

    @Test
    void belongToTheOwnerOnly() throws IOException {
        secrets(Secrets.API_KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void oneMoreIsAddedToThoseKept() {
        String key = secrets(Secrets.API_KEY).get(Secrets.API_KEY);
        assertThat(secrets(Secrets.API_KEY, Secrets.CONSOLE_PASSWORD))
                .containsEntry(Secrets.API_KEY, key)
                .hasSize(2);
    }

    @Test
    void noFileAppearsWhenAllAreConfigured() {
        assertThat(secrets()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "afterglow.api-key=", "afterglow.api-key=\\u00zz", "\0\0\0\0", "something=else"})
    void aDamagedFileIsNamedAndNotReplaced(String text) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> secrets(Secrets.API_KEY))
                .isInstanceOfSatisfying(
                        LocalRunFailure.class,
                        failure -> assertThat(failure.action()).contains("delete it"))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged");
        assertThat(file).hasContent(text);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        Path below = notAFolder.resolve("secrets.properties");
        assertThatThrownBy(() -> new Secrets(below).of(Set.of(Secrets.API_KEY)))
                .isInstanceOf(LocalRunFailure.class)
                .hasMessageContaining(below.toString());
    }

    private Map<String, String> secrets(String... names) {
        return new Secrets(file).of(Set.of(names));
    }
}
