package dev.afterglow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every journey comes as its file says; all are played side by side, in one app. */
class JourneyExamplesTest {

    private static final Path ROOM = Path.of("bpmn");

    private static Map<String, List<Comparison>> played = Map.of();

    /** Folders that write to customers. */
    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOM)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("messages")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void everythingIsPlayed() throws IOException {
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        for (String folder : folders()) {
            Path file = ROOM.resolve(folder).resolve(ExamplesFile.NAME);
            examples.put(folder, Files.exists(file) ? ExamplesFile.read(folder, Files.readString(file)) : List.of());
        }
        Instant begin = examples.values().stream()
                .flatMap(List::stream)
                .map(Example::start)
                .min(Instant::compareTo)
                .orElseThrow();
        try (Stage stage = Stage.in(ROOM.toAbsolutePath(), begin)) {
            Rehearsal rehearsal = new Rehearsal(stage, Wishes.USUALLY);
            for (JourneyFolder folder : stage.room(JourneyFolders.class).current()) {
                stage.deploy(folder);
                examples.getOrDefault(folder.name(), List.of())
                        .forEach(example -> rehearsal.add(example, Rehearse.journeys(folder)));
            }
            Map<String, List<Comparison>> all = new LinkedHashMap<>();
            rehearsal.play().stream()
                    .map(Comparison::of)
                    .forEach(one -> all.computeIfAbsent(
                                    one.calendar().example().folder(), folder -> new java.util.ArrayList<>())
                            .add(one));
            played = all;
        }
    }

    @AfterAll
    static void nothingIsKept() {
        played = Map.of();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whatAJourneySaysIsWhatItsExamplesExpect(String folder) {
        assertThat(played).as("folders with an " + ExamplesFile.NAME).containsKey(folder);
        assertThat(played.get(folder).stream()
                        .flatMap(one -> one.differences().stream())
                        .toList())
                .as("differences")
                .isEmpty();
    }

    /** Run with {@code -Dafterglow.docs.write=true} to write them anew. */
    @ParameterizedTest
    @MethodSource("folders")
    void theReadmeShowsTheExamplesAsTheyAre(String folder) throws IOException {
        Path readme = ROOM.resolve(folder).resolve("README.md");
        String now = Files.readString(readme);
        String should = ReadmeExamples.in(now, played.getOrDefault(folder, List.of()));
        if (Boolean.getBoolean("afterglow.docs.write")) {
            Files.writeString(readme, should);
            return;
        }
        assertThat(now)
                .as(
                        "%s is not up to date: mvn -B -o test -Dtest=JourneyExamplesTest -Dafterglow.docs.write=true",
                        readme)
                .isEqualTo(should);
    }
}
