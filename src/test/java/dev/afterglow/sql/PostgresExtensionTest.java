package dev.afterglow.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresExtensionTest {

    @TempDir
    Path folder;

    @Test
    void withoutProgramsTheTestsAreSkippedAndSayWhatToInstall() {
        var verdict = PostgresExtension.verdict(Optional.empty(), false);

        assertThat(verdict.isDisabled()).isTrue();
        assertThat(verdict.getReason().orElseThrow()).contains("install the package \"postgresql\"");
    }

    @Test
    void withoutProgramsTheTestsFailWhereTheyMustRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PostgresExtension.verdict(Optional.empty(), true))
                .withMessageContaining("install the package \"postgresql\"");
    }

    @Test
    void withProgramsTheTestsRunEverywhere() {
        assertThat(List.of(true, false))
                .allSatisfy(required -> assertThat(PostgresExtension.verdict(Optional.of(folder), required)
                                .isDisabled())
                        .isFalse());
    }

    @Test
    void theNewestCompleteVersionIsTaken() throws IOException {
        install("9.6", "initdb", "pg_ctl", "postgres");
        install("15", "initdb", "pg_ctl", "postgres");
        install("16", "initdb", "pg_ctl");

        assertThat(PostgresBinaries.find(folder, "")).contains(folder.resolve("15/bin"));
    }

    @Test
    void withoutAVersionFolderThePathIsSearched() throws IOException {
        Path bin = install("elsewhere", "initdb", "pg_ctl", "postgres");

        assertThat(PostgresBinaries.find(folder.resolve("none"), "/nowhere:" + bin))
                .contains(bin);
        assertThat(PostgresBinaries.find(folder.resolve("none"), "/nowhere")).isEmpty();
    }

    private Path install(String version, String... programs) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(version).resolve("bin"));
        for (String program : programs) {
            assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true))
                    .isTrue();
        }
        return bin;
    }
}
