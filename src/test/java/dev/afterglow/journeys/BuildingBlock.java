package dev.afterglow.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An element template, as Camunda Modeler offers it to marketers.
 *
 * @param file its name without the ending
 */
public record BuildingBlock(String file, JsonNode json) {

    private static final Path FOLDER = Path.of("bpmn/.camunda/element-templates");

    /** All of them, by name of file. */
    public static List<BuildingBlock> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(BuildingBlock::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one in this file. */
    public static BuildingBlock named(String file) {
        return read(FOLDER.resolve(file + ".json"));
    }

    /** What it sets, hidden or not. */
    public List<JsonNode> properties() {
        return StreamSupport.stream(json.path("properties").spliterator(), false)
                .toList();
    }

    /** What it sets by this kind of binding. */
    public List<JsonNode> properties(String binding) {
        return properties().stream()
                .filter(property -> property.at("/binding/type").asText().equals(binding))
                .toList();
    }

    /** The type of the jobs it makes; empty for what needs no worker. */
    public Optional<String> jobType() {
        return properties().stream()
                .filter(property -> property.at("/binding/property").asText().equals("type")
                        || property.at("/binding/type").asText().equals("zeebe:executionListener"))
                .map(property -> property.path("value").asText())
                .findFirst();
    }

    /** The task headers its fields fill in, each with what it holds when nobody touched the field. */
    public Map<String, String> headers() {
        return properties("zeebe:taskHeader").stream()
                .collect(Collectors.toMap(
                        property -> property.at("/binding/key").asText(),
                        property -> property.path("value").asText("")));
    }

    /** What a field with a list of choices offers, by task header. */
    public Map<String, List<String>> choices() {
        return properties("zeebe:taskHeader").stream()
                .filter(property -> property.has("choices"))
                .collect(Collectors.toMap(
                        property -> property.at("/binding/key").asText(),
                        property -> property.path("choices").findValuesAsText("value")));
    }

    /** What it may set by this binding, to this name: the hidden value, or every choice; empty when it sets nothing or anything. */
    public List<String> offered(String binding, String name) {
        return properties(binding).stream()
                .filter(property -> property.at("/binding/name").asText().equals(name))
                .flatMap(property -> property.has("choices")
                        ? property.path("choices").findValuesAsText("value").stream()
                        : Stream.of(property.path("value").asText()))
                .toList();
    }

    @Override
    public String toString() {
        return file;
    }

    private static BuildingBlock read(Path path) {
        try {
            return new BuildingBlock(
                    path.getFileName().toString().replace(".json", ""), new ObjectMapper().readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
