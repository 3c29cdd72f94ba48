package dev.afterglow.journey.check;

import static dev.afterglow.journey.check.Xml.text;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Rules about files as a whole. */
@Component
class DiagramRules implements RuleBook {

    static final String ENGINE_ACCEPTS = "engine-accepts";

    private static final int MOST_ELEMENTS = 150;
    private static final int MOST_FILES = 200;
    private static final int LARGEST_FILE = 512 * 1024;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.error(
                        "diagram-readable",
                        "Every diagram is a file Camunda Modeler can open.",
                        "Open it in Camunda Modeler and save it again, or take the last version that worked.",
                        (draft, found) -> draft.unreadable().forEach((path, reason) -> found.in(path, null, reason))),
                Rule.each(
                        "one-process",
                        "A diagram holds exactly one process, and it is executable.",
                        "Tick \"Executable\" in the properties of the process, and put other processes into files of"
                                + " their own.",
                        DiagramRules::oneProcess),
                Rule.each(
                        "file-named-after-process",
                        "A diagram's file is called like its process: ThankYou.bpmn holds the process ThankYou.",
                        "Rename the file, or change the id of the process.",
                        DiagramRules::name),
                Rule.each(
                        "platform",
                        "A diagram is made for Camunda Cloud 8.6 or newer.",
                        "Choose Camunda 8 and version 8.6 or newer at the bottom of Camunda Modeler.",
                        DiagramRules::platform),
                Rule.error(
                        "size",
                        "A diagram has at most %d elements, a folder %d files, and a file %d KB."
                                .formatted(MOST_ELEMENTS, MOST_FILES, LARGEST_FILE / 1024),
                        "Split the journey in two, the second beginning with an event the first ends in.",
                        DiagramRules::size),
                Rule.each(
                        "drawn",
                        "Everything in a diagram is also drawn, so that people see what runs.",
                        "Open it in Camunda Modeler: what is not drawn cannot be seen there; delete and draw it again.",
                        DiagramRules::drawn),
                Rule.each(
                        "described",
                        "The process says in its documentation what it is for.",
                        "Click beside the diagram and write a sentence into \"Element documentation\".",
                        DiagramRules::described),
                Rule.each(
                        ENGINE_ACCEPTS,
                        "The engine takes the diagram.",
                        "The words are the engine's; Camunda Modeler says the same in its list of problems.",
                        DiagramRules::accepted),
                Rule.warning(
                        "readme",
                        "A folder says in README.md what the journey is for, and when it starts and stops.",
                        "Copy the README.md of thank-you and change what differs.",
                        DiagramRules::readme));
    }

    private static void oneProcess(Diagram diagram, Findings found) {
        List<String> processes = Xml.children(diagram.root(), "process")
                .filter(DiagramReader::canRun)
                .map(process -> text(process, "id"))
                .toList();
        if (processes.size() != 1) {
            found.in(
                    diagram.file(),
                    null,
                    processes.isEmpty()
                            ? "no process in it is executable"
                            : "it holds %d processes: %s".formatted(processes.size(), String.join(", ", processes)));
        }
    }

    private static void name(Diagram diagram, Findings found) {
        String wanted = diagram.process() + ".bpmn";
        if (!diagram.file().equals(wanted)) {
            found.in(diagram.file(), diagram.process(), "the file of this process must be called " + wanted);
        }
    }

    private static void platform(Diagram diagram, Findings found) {
        String platform = diagram.root().getAttribute(Xml.MODELER, "executionPlatform");
        String version = diagram.root().getAttribute(Xml.MODELER, "executionPlatformVersion");
        Matcher numbers = VERSION.matcher(String.valueOf(version));
        boolean fits = "Camunda Cloud".equals(platform) && numbers.matches() && isNewEnough(numbers);
        if (!fits) {
            found.in(
                    diagram.file(),
                    null,
                    platform == null || version == null
                            ? "it does not say for which engine and version it is made"
                            : "it is made for %s %s".formatted(platform, version));
        }
    }

    private static boolean isNewEnough(Matcher numbers) {
        int major = Integer.parseInt(numbers.group(1));
        return major > 8 || (major == 8 && Integer.parseInt(numbers.group(2)) >= 6);
    }

    private static void size(Draft draft, Findings found) {
        if (draft.folder().files().size() > MOST_FILES) {
            found.in(
                    "",
                    null,
                    "it holds %d files".formatted(draft.folder().files().size()));
        }
        draft.folder().files().forEach((path, bytes) -> {
            if (bytes.length > LARGEST_FILE) {
                found.in(path, null, "it has %d KB".formatted(bytes.length / 1024));
            }
        });
        draft.diagrams().forEach(diagram -> {
            if (diagram.nodes().size() > MOST_ELEMENTS) {
                found.in(
                        diagram.file(),
                        null,
                        "it has %d elements".formatted(diagram.nodes().size()));
            }
        });
    }

    private static void drawn(Diagram diagram, Findings found) {
        List<String> drawn = Xml.all(diagram.root())
                .map(element -> text(element, "bpmnElement"))
                .toList();
        diagram.nodes().stream()
                .filter(node -> !drawn.contains(node.id()))
                .forEach(node -> found.at(diagram, node, node.called() + " is not drawn"));
        diagram.flows().stream()
                .filter(flow -> !drawn.contains(flow.id()))
                .forEach(flow -> found.in(diagram.file(), flow.id(), "this flow is not drawn"));
    }

    private static void described(Diagram diagram, Findings found) {
        Xml.children(diagram.root(), "process")
                .filter(process -> text(process, "id").equals(diagram.process()))
                .filter(process -> Xml.child(process, "documentation")
                        .filter(words -> !words.getTextContent().isBlank())
                        .isEmpty())
                .forEach(process -> found.in(diagram.file(), diagram.process(), "the process has no documentation"));
    }

    private static void accepted(Diagram diagram, Findings found) {
        diagram.model()
                .validate(ZeebeDesignTimeValidators.VALIDATORS)
                .getResults()
                .forEach((element, results) ->
                        results.forEach(result -> found.in(diagram.file(), id(element), result.getMessage())));
    }

    private static String id(ModelElementInstance element) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at instanceof BaseElement known && known.getId() != null) {
                return known.getId();
            }
        }
        return element.getElementType().getTypeName();
    }

    private static void readme(Draft draft, Findings found) {
        if (!draft.diagrams().isEmpty() && draft.folder().text("README.md").isEmpty()) {
            found.in("README.md", null, "the file is missing");
        }
    }
}
