package dev.afterglow.journey.check;

import static dev.afterglow.journey.check.Xml.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Rules about expressions, and the tables they stand in. */
@Component
class ExpressionRules implements RuleBook {

    private static final List<String> ATTRIBUTES = List.of(
            "source",
            "correlationKey",
            "decisionId",
            "type",
            "processId",
            "inputCollection",
            "outputElement",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "expression");
    private static final Set<String> TEXTS =
            Set.of("conditionExpression", "timeDuration", "timeDate", "timeCycle", "completionCondition");
    private static final Set<String> HIT_POLICIES = Set.of("", "UNIQUE", "ANY", "FIRST", "RULE ORDER", "COLLECT");

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "expression-readable",
                        "Every expression can be read, and every condition is one: it begins with an equals sign.",
                        "Camunda Modeler marks the place in the field; texts in expressions stand in double quotes.",
                        ExpressionRules::expressions),
                Rule.error(
                        "decision-readable",
                        "Every decision table can be read: its cells, its hit policy, and an id of letters, digits and"
                                + " underscores.",
                        "Open it in Camunda Modeler; texts in cells stand in double quotes.",
                        ExpressionRules::tables),
                Rule.error(
                        "decision-known",
                        "Every table a step decides by is in the folder, or in the one all journeys share.",
                        "Compare the id in the step with the id of the table.",
                        ExpressionRules::decisions));
    }

    private static void expressions(Diagram diagram, Findings found) {
        Xml.all(diagram.root()).forEach(element -> {
            for (String attribute : ATTRIBUTES) {
                String value = text(element, attribute);
                if (value.startsWith("=")) {
                    look(diagram, element, value, found);
                }
            }
            if (TEXTS.contains(element.getLocalName())) {
                String value = element.getTextContent().strip();
                if (value.startsWith("=")) {
                    look(diagram, element, value, found);
                } else if (element.getLocalName().equals("conditionExpression")) {
                    found.in(diagram.file(), idAround(element), "the condition \"%s\" is none".formatted(value));
                }
            }
        });
    }

    private static void look(Diagram diagram, DomElement element, String expression, Findings found) {
        Feel.problem(expression.substring(1))
                .ifPresent(problem -> found.in(
                        diagram.file(),
                        idAround(element),
                        "the expression %s cannot be read: %s".formatted(expression, problem)));
    }

    private static String idAround(DomElement element) {
        DomElement at = element;
        while (text(at, "id").isEmpty() || at.getLocalName().endsWith("EventDefinition")) {
            at = at.getParentElement();
        }
        return text(at, "id");
    }

    private static void tables(Draft draft, Findings found) {
        draft.folder().files().forEach((path, bytes) -> {
            if (path.endsWith(".dmn")) {
                try {
                    Decisions.all(Decisions.parse(bytes).getDocumentElement(), "decision")
                            .forEach(decision -> problems(decision)
                                    .forEach(problem -> found.in(path, decision.getAttribute("id"), problem)));
                } catch (IOException e) {
                    found.in(path, null, "it cannot be read: " + e.getMessage());
                }
            }
        });
    }

    private static Stream<String> problems(Element decision) {
        return Stream.of(
                        badId(decision),
                        Decisions.all(decision, "decisionTable").flatMap(ExpressionRules::hitPolicy),
                        Decisions.all(decision, "inputExpression").flatMap(cell -> feel(Decisions.text(cell))),
                        Decisions.all(decision, "literalExpression").flatMap(cell -> feel(Decisions.text(cell))),
                        Decisions.all(decision, "outputEntry").flatMap(cell -> feel(Decisions.text(cell))),
                        Decisions.all(decision, "inputEntry").flatMap(cell -> test(Decisions.text(cell))))
                .flatMap(part -> part);
    }

    private static Stream<String> badId(Element decision) {
        String id = decision.getAttribute("id");
        return id.matches("\\w+") ? Stream.of() : Stream.of("the id \"%s\" holds other signs".formatted(id));
    }

    private static Stream<String> hitPolicy(Element table) {
        String policy = table.getAttribute("hitPolicy");
        return HIT_POLICIES.contains(policy)
                ? Stream.of()
                : Stream.of("the engine does not know the hit policy \"%s\"".formatted(policy));
    }

    private static Stream<String> feel(String expression) {
        return unreadable(expression, expression.isEmpty() ? Optional.empty() : Feel.problem(expression));
    }

    private static Stream<String> test(String test) {
        return unreadable(test, test.isEmpty() ? Optional.empty() : Feel.problemOfTest(test));
    }

    private static Stream<String> unreadable(String cell, Optional<String> problem) {
        return problem.map(reason -> "the cell %s cannot be read: %s".formatted(cell, reason)).stream();
    }

    private static void decisions(Draft draft, Findings found) {
        Set<String> known = Decisions.in(draft.folder()).stream()
                .map(Decisions.Decision::id)
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(draft.shared());
        draft.diagrams()
                .forEach(diagram -> diagram.nodes().stream()
                        .filter(node ->
                                node.decision() != null && !node.decision().startsWith("="))
                        .filter(node -> !known.contains(node.decision()))
                        .forEach(node ->
                                found.at(diagram, node, "there is no decision \"%s\"".formatted(node.decision()))));
    }
}
