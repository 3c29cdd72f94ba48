package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram under {@code bpmn/}, held against the code that serves it. */
class DiagramsTest {

    // The default of afterglow.journey.retries, by which attempts are counted.
    private static final String RETRIES = "10";

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theProcessHasTheNameOfItsFileAndCanRun(Path diagram) {
        Process process =
                read(diagram).getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId() + ".bpmn").isEqualTo(diagram.getFileName().toString());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementHasALabelAndAPlaceInThePicture(Path diagram) {
        BpmnModelInstance model = read(diagram);
        Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        assertThat(model.getModelElementsByType(FlowNode.class)).isNotEmpty().allSatisfy(node -> {
            assertThat(node.getName()).as("label of %s", node.getId()).isNotBlank();
            assertThat(drawn).contains(node.getId());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyJobTypeHasAWorkerAndIsTriedAsOftenAsTheSettingsSay(Path diagram) {
        BpmnModelInstance model = read(diagram);
        Set<String> workers = JobTypes.withTheirRooms().keySet();
        assertThat(model.getModelElementsByType(ZeebeTaskDefinition.class)).allSatisfy(task -> {
            assertThat(workers).contains(task.getType());
            assertThat(task.getRetries()).isEqualTo(RETRIES);
        });
        assertThat(model.getModelElementsByType(ZeebeExecutionListener.class)).allSatisfy(listener -> {
            assertThat(workers).contains(listener.getType());
            assertThat(listener.getRetries()).isEqualTo(RETRIES);
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEndOfARunIsRecorded(Path diagram) {
        assertThat(read(diagram).getModelElementsByType(EndEvent.class))
                .filteredOn(end -> !end.getId().equals("EndEvent_NotEntered"))
                .filteredOn(DiagramsTest::endsTheRun)
                .isNotEmpty()
                .allSatisfy(end -> assertThat(listeners(end)).as(end.getId()).contains("journey.leave"));
    }

    /** Ends inside a part of the run, or of what runs beside it, do not end it. */
    private static boolean endsTheRun(EndEvent end) {
        return switch (end.getParentElement()) {
            case SubProcess part ->
                part.triggeredByEvent()
                        && part.getParentElement() instanceof Process
                        && part.getChildElementsByType(StartEvent.class)
                                .iterator()
                                .next()
                                .isInterrupting();
            default -> true;
        };
    }

    private static List<String> listeners(EndEvent end) {
        return end.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(element -> element.getChildElementsByType(ZeebeExecutionListener.class).stream())
                .map(ZeebeExecutionListener::getType)
                .toList();
    }

    private static BpmnModelInstance read(Path diagram) {
        return Bpmn.readModelFromFile(diagram.toFile());
    }
}
