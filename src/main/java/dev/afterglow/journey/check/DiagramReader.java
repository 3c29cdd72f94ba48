package dev.afterglow.journey.check;

import static dev.afterglow.journey.check.Xml.children;
import static dev.afterglow.journey.check.Xml.extensions;
import static dev.afterglow.journey.check.Xml.text;
import static java.util.stream.Collectors.toMap;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** Makes a diagram out of its file. */
final class DiagramReader {

    private static final String DEFINITION = "EventDefinition";
    private static final List<String> TIMERS = List.of("timeDuration", "timeDate", "timeCycle");

    private final Map<String, DomElement> messages = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private DiagramReader() {}

    /** The first process of a file that can run, or the first of all. */
    static Diagram read(String file, BpmnModelInstance model) {
        DiagramReader reader = new DiagramReader();
        DomElement root = model.getDocument().getRootElement();
        children(root, "message").forEach(message -> reader.messages.put(text(message, "id"), message));
        List<DomElement> processes = children(root, "process").toList();
        String id = processes.stream()
                .filter(DiagramReader::canRun)
                .findFirst()
                .or(() -> processes.stream().findFirst())
                .map(process -> {
                    reader.scope(process);
                    return text(process, "id");
                })
                .orElse("");
        return new Diagram(file, model, id, reader.nodes, reader.flows);
    }

    /** True when the engine can run this process. */
    static boolean canRun(DomElement process) {
        return text(process, "isExecutable").equals("true");
    }

    private void scope(DomElement scope) {
        for (DomElement element : scope.getChildElements()) {
            if (element.getLocalName().equals("sequenceFlow")) {
                flows.add(flow(element));
            } else {
                boolean byEvent = text(element, "triggeredByEvent").equals("true");
                Kind.of(element.getLocalName(), byEvent).ifPresent(kind -> {
                    nodes.add(node(element, kind, text(scope, "id")));
                    scope(element);
                });
            }
        }
    }

    private static Flow flow(DomElement element) {
        String condition = Xml.child(element, "conditionExpression")
                .map(DomElement::getTextContent)
                .orElse("");
        return new Flow(
                text(element, "id"),
                text(element, "name"),
                text(element, "sourceRef"),
                text(element, "targetRef"),
                condition.strip());
    }

    private Node node(DomElement element, Kind kind, String scope) {
        String stops = text(element, kind == Kind.BOUNDARY ? "cancelActivity" : "isInterrupting");
        return new Node(
                text(element, "id"),
                kind,
                text(element, "name"),
                scope,
                orNull(text(element, "attachedToRef")),
                !stops.equals("false"),
                heard(element),
                job(element),
                listeners(element),
                mappings(element, "input"),
                mappings(element, "output"),
                orNull(text(element, "default")),
                extensions(element, "calledDecision")
                        .findFirst()
                        .map(called -> text(called, "decisionId"))
                        .orElse(null),
                extensions(element, "userTask").findFirst().isPresent());
    }

    private @Nullable Heard heard(DomElement element) {
        if (element.getLocalName().equals("receiveTask")) {
            return message(element);
        }
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().endsWith(DEFINITION))
                .findFirst()
                .map(this::definition)
                .orElse(null);
    }

    private Heard definition(DomElement definition) {
        String what = definition.getLocalName().replace(DEFINITION, "");
        return switch (what) {
            case Heard.MESSAGE -> message(definition);
            case Heard.TIMER -> timer(definition);
            default -> new Heard(what, "", null);
        };
    }

    private Heard message(DomElement element) {
        DomElement message = messages.get(text(element, "messageRef"));
        if (message == null) {
            return new Heard(Heard.MESSAGE, "", null);
        }
        String key = extensions(message, "subscription")
                .findFirst()
                .map(subscription -> orNull(text(subscription, "correlationKey")))
                .orElse(null);
        return new Heard(Heard.MESSAGE, text(message, "name"), key);
    }

    private static Heard timer(DomElement definition) {
        return TIMERS.stream()
                .flatMap(kind -> children(definition, kind))
                .findFirst()
                .map(time -> new Heard(
                        Heard.TIMER,
                        time.getLocalName(),
                        orNull(time.getTextContent().strip())))
                .orElse(new Heard(Heard.TIMER, "", null));
    }

    private static @Nullable Job job(DomElement element) {
        return extensions(element, "taskDefinition")
                .findFirst()
                .map(work -> new Job(text(work, "type"), "", text(work, "retries"), headers(element)))
                .orElse(null);
    }

    private static List<Job> listeners(DomElement element) {
        return Stream.of("executionListener", "taskListener")
                .flatMap(kind -> extensions(element, kind + "s").flatMap(all -> children(all, kind)))
                .map(listener -> new Job(
                        text(listener, "type"), text(listener, "eventType"), text(listener, "retries"), Map.of()))
                .toList();
    }

    private static Map<String, String> headers(DomElement element) {
        return extensions(element, "taskHeaders")
                .flatMap(headers -> children(headers, "header"))
                .collect(toMap(
                        header -> text(header, "key"),
                        header -> text(header, "value"),
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    private static Map<String, String> mappings(DomElement element, String direction) {
        return extensions(element, "ioMapping")
                .flatMap(mapping -> children(mapping, direction))
                .collect(
                        toMap(one -> text(one, "target"), one -> text(one, "source"), (a, b) -> b, LinkedHashMap::new));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isEmpty() ? null : text;
    }
}
