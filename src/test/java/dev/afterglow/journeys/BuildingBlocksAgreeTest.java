package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The element templates held against Camunda's schema, the workers, the diagrams and the guide. */
class BuildingBlocksAgreeTest {

    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final Set<String> NEVER_TYPED = Set.of("zeebe:taskDefinition", "zeebe:executionListener");
    private static final JsonSchema SCHEMA = schema();
    private static final Map<String, String> ROOMS = JobTypes.withTheirRooms();

    static List<BuildingBlock> blocks() {
        return BuildingBlock.all();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void camundasOwnSchemaAcceptsIt(BuildingBlock block) {
        assertThat(SCHEMA.validate(block.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void itIsFoundByItsFileAndExplainsItself(BuildingBlock block) {
        JsonNode json = block.json();
        assertThat(json.path("id").asText()).isEqualTo("dev.afterglow." + block.file());
        assertThat(json.path("version").asInt()).isPositive();
        assertThat(json.path("description").asText()).endsWith(".");
        assertThat(json.at("/icon/contents").asText()).startsWith("data:image/svg+xml,");
        assertThat(json.at("/category/name").asText()).startsWith("Afterglow: ");
        List<String> groups = json.path("groups").findValuesAsText("id");
        assertThat(block.properties())
                .filteredOn(property -> !isHidden(property))
                .allSatisfy(field -> {
                    assertThat(field.path("label").asText()).isNotBlank();
                    assertThat(groups).contains(field.path("group").asText());
                });
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void nobodyTypesAJobTypeAMessageNameACorrelationKeyOrARetryCount(BuildingBlock block) {
        assertThat(block.properties())
                .filteredOn(property ->
                        NEVER_TYPED.contains(property.at("/binding/type").asText()))
                .allMatch(BuildingBlocksAgreeTest::isHidden);
        assertThat(block.properties())
                .filteredOn(property -> property.at("/binding/type").asText().startsWith("bpmn:Message#"))
                .allMatch(one -> isHidden(one) || one.path("type").asText().equals("Dropdown"));
        assertThat(block.properties())
                .filteredOn(
                        property -> property.at("/binding/property").asText().equals("retries"))
                .allSatisfy(
                        retries -> assertThat(retries.path("value").asText()).isEqualTo("10"));
    }

    @Test
    void everyBlockHasItsWorkerAndEveryWorkerItsBlock() {
        Set<String> offered = blocks().stream()
                .flatMap(block -> block.jobType().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(new TreeSet<>(ROOMS.keySet()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyFieldIsOneTheWorkerReads(BuildingBlock block) throws IOException {
        String room = block.jobType().map(ROOMS::get).orElse(null);
        if (room != null) {
            String code = code(Path.of("src/main/java", room.replace('.', '/')));
            assertThat(block.headers().keySet())
                    .allSatisfy(header -> assertThat(code).contains("\"" + header + "\""));
        }
    }

    @Test
    void theGuideExplainsEveryBlockAndKnowsEveryEventByName() throws IOException {
        String guide = Files.readString(Path.of("docs/guide/marketer.md"));

        assertThat(blocks()).allSatisfy(block -> {
            assertThat(guide).contains("| **" + block.json().path("name").asText() + "** |");
            assertThat(messages(block)).allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
        });
    }

    @Test
    void noTwoBlocksHaveTheSameName() {
        assertThat(blocks())
                .extracting(block -> block.json().path("name").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.afterglow.journeys.DiagramsTest#diagrams")
    void whatADiagramTakesFromABlockIsWhatTheBlockOffers(Path diagram) {
        Map<String, BuildingBlock> byId = blocks().stream()
                .collect(Collectors.toMap(block -> block.json().path("id").asText(), Function.identity()));
        assertThat(Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(BaseElement.class))
                .filteredOn(element -> element.getAttributeValueNs(ZEEBE, "modelerTemplate") != null)
                .filteredOn(element -> !(element instanceof Message || element instanceof Process))
                .allSatisfy(element -> {
                    BuildingBlock block = byId.get(element.getAttributeValueNs(ZEEBE, "modelerTemplate"));
                    assertThat(block).as(element.getId()).isNotNull();
                    assertThat(element.getAttributeValueNs(ZEEBE, "modelerTemplateVersion"))
                            .isEqualTo(block.json().path("version").asText());
                    assertThat(inside(element, ZeebeTaskDefinition.class).map(ZeebeTaskDefinition::getType))
                            .allMatch(
                                    type -> block.jobType().filter(type::equals).isPresent());
                    assertThat(inside(element, ZeebeHeader.class))
                            .as(element.getId())
                            .allSatisfy(header -> {
                                assertThat(block.headers()).containsKey(header.getKey());
                                assertThat(block.choices().getOrDefault(header.getKey(), List.of(header.getValue())))
                                        .contains(header.getValue());
                            });
                });
    }

    @ParameterizedTest
    @MethodSource("dev.afterglow.journeys.DiagramsTest#diagrams")
    void everythingThatDoesSomethingOrWaitsForSomethingIsABlock(Path diagram) {
        assertThat(Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(BaseElement.class))
                .filteredOn(Marked::mustBe)
                .extracting(Marked::new)
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.template())
                        .as("block of %s", element.id())
                        .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("dev.afterglow.journeys.DiagramsTest#diagrams")
    void whatAnEventWaitsForIsWhatItsBlockOffers(Path diagram) {
        assertThat(Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(BaseElement.class))
                .filteredOn(Marked::mustBe)
                .extracting(Marked::new)
                .allSatisfy(element -> {
                    BuildingBlock block = BuildingBlock.named(String.valueOf(element.template()));
                    assertThat(element.message(block.offered("bpmn:Message#property", "name")))
                            .as("message of %s", element.id())
                            .isTrue();
                    assertThat(element.key(block.offered("bpmn:Message#zeebe:subscription#property", "correlationKey")))
                            .as("key of %s", element.id())
                            .isTrue();
                    assertThat(element.messageTemplate())
                            .as("message of %s", element.id())
                            .isIn(null, element.template());
                    assertThat(block.properties("zeebe:property"))
                            .allSatisfy(setting -> assertThat(element.setting(
                                            setting.at("/binding/name").asText()))
                                    .isNotBlank());
                });
    }

    private static <T extends ModelElementInstance> Stream<T> inside(BaseElement element, Class<T> kind) {
        return element.getModelInstance().getModelElementsByType(kind).stream().filter(one -> isInside(one, element));
    }

    private static boolean isInside(ModelElementInstance one, BaseElement element) {
        for (ModelElementInstance at = one; at != null; at = at.getParentElement()) {
            if (at.equals(element)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> messages(BuildingBlock block) {
        return block.offered("bpmn:Message#property", "name");
    }

    private static boolean isHidden(JsonNode property) {
        return property.path("type").asText().equals("Hidden");
    }

    private static String code(Path room) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(room)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static JsonSchema schema() {
        try (InputStream file = Objects.requireNonNull(
                BuildingBlocksAgreeTest.class.getResourceAsStream("/camunda/element-template-schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
