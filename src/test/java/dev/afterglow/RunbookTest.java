package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a code in an incident finds its page. */
class RunbookTest {

    private static final Path PAGES = Path.of("docs/runbook");
    private static final Pattern PROBLEM = Pattern.compile("new JourneyProblem\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern ANY_PROBLEM = Pattern.compile("new JourneyProblem\\(");
    private static final Pattern STRATEGY = Pattern.compile("(?:incident\\(|, )\"([A-Z]+)\"[,)]");

    @Test
    void everyCodeHasAPageAndEveryPageHasACode() throws IOException {
        assertThat(pages()).isEqualTo(codes()).contains("TRANSIENT", "UNEXPECTED", "NOT_ENTERED");
    }

    @Test
    void everyCodeIsWrittenOutWhereItIsThrown() throws IOException {
        String code = code();

        assertThat(PROBLEM.matcher(code).results())
                .hasSameSizeAs(ANY_PROBLEM.matcher(code).results().toList());
    }

    @Test
    void everyPageSaysWhatItMeansWhatTheCustomerSeesAndWhatToDo() throws IOException {
        for (String page : pages()) {
            assertThat(Files.readString(PAGES.resolve(page + ".md")).lines().filter(line -> line.startsWith("#")))
                    .as(page)
                    .containsExactly("# " + page, "## What it means", "## What the customer sees", "## What to do");
        }
    }

    @Test
    void theOperatorsGuideNamesEveryPage() throws IOException {
        assertThat(Files.readString(Path.of("docs/guide/operator.md")))
                .contains(pages().stream()
                        .map(page -> "](../runbook/" + page + ".md)")
                        .toList());
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        PROBLEM.matcher(code()).results().map(found -> found.group(1)).forEach(codes::add);
        Path strategy = Path.of("src/main/java/dev/afterglow/journey/FailureStrategy.java");
        STRATEGY.matcher(Files.readString(strategy))
                .results()
                .map(found -> found.group(1))
                .forEach(codes::add);
        return codes;
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RunbookTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
