package dev.afterglow.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a comparison takes must not tell how much of a forged signature was right. */
class ConstantTimeTest {

    private static final Path INTAKE = Path.of("src/main/java/dev/afterglow/intake");

    @Test
    void noSignatureIsComparedInATimeThatDependsOnIt() throws IOException {
        List<Path> signatures = signatures();

        assertThat(signatures).hasSizeGreaterThan(8);
        for (Path signature : signatures) {
            assertThat(Files.readString(signature))
                    .as(signature.toString())
                    .doesNotContain("Arrays.equals", "contentEquals", "compareTo(signature", "startsWith(signature")
                    .doesNotContainPattern("\\.equals\\((?!\")")
                    .containsAnyOf("Proof.isShown(", "MessageDigest.isEqual(");
        }
    }

    private static List<Path> signatures() throws IOException {
        try (Stream<Path> files = Files.walk(INTAKE)) {
            return files.filter(file -> file.getFileName().toString().matches("\\w*Signature\\.java|Proof\\.java"))
                    .toList();
        }
    }
}
