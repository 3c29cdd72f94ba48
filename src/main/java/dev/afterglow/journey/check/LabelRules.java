package dev.afterglow.journey.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Rules about what people read in a diagram, here and in Operate. */
@Component
class LabelRules implements RuleBook {

    private static final Pattern RANDOM = Pattern.compile("(?=.*\\d)[0-9a-z]{7}");
    private static final Map<Kind, String> PREFIXES = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.START, "StartEvent"),
            Map.entry(Kind.END, "EndEvent"),
            Map.entry(Kind.CATCH, "Event|CatchEvent|IntermediateEvent|TimerEvent|MessageEvent"),
            Map.entry(Kind.THROW, "Event|ThrowEvent|IntermediateEvent"),
            Map.entry(Kind.BOUNDARY, "Event|BoundaryEvent"),
            Map.entry(Kind.SUB_PROCESS, "SubProcess"),
            Map.entry(Kind.EVENT_SUB_PROCESS, "SubProcess|EventSubProcess")));

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "labelled",
                        "Every step, event and deciding gateway has a label, and so has each way out of a gateway.",
                        "Double-click it and write: a step says what it does, an event what has happened, a gateway"
                                + " asks, and the flow out of it answers.",
                        LabelRules::labelled),
                Rule.warning(
                        "id-says-what",
                        "Ids say what an element is and what it is for, such as Task_SendThankYou: the log, the"
                                + " console and Operate speak of it by this name.",
                        "Change the id in the properties, before the journey runs for the first time.",
                        Rule.forEach(LabelRules::named)));
    }

    private static void labelled(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            boolean decides = diagram.outOf(node).count() > 1;
            if (node.name().isEmpty() && (!node.kind().isGateway() || (decides && asks(node)))) {
                found.at(diagram, node, "it has no label");
            }
            if (decides && asks(node)) {
                diagram.outOf(node)
                        .filter(flow -> flow.name().isEmpty())
                        .forEach(flow -> found.in(
                                diagram.file(), flow.id(), "this way out of %s has no label".formatted(node.called())));
            }
        }
    }

    private static boolean asks(Node node) {
        return node.kind() == Kind.EXCLUSIVE_GATEWAY || node.kind() == Kind.INCLUSIVE_GATEWAY;
    }

    private static void named(Diagram diagram, Findings found) {
        diagram.nodes().stream()
                .filter(node -> !says(node))
                .forEach(node -> found.at(
                        diagram,
                        node,
                        "the id should begin with %s_ and go on with words"
                                .formatted(prefixes(node).replace("|", "_ or "))));
    }

    private static boolean says(Node node) {
        int line = node.id().indexOf('_');
        String words = node.id().substring(line + 1);
        return line > 0
                && List.of(prefixes(node).split("\\|", -1)).contains(node.id().substring(0, line))
                && !RANDOM.matcher(words).matches();
    }

    private static String prefixes(Node node) {
        return node.kind().isGateway() ? "Gateway" : PREFIXES.getOrDefault(node.kind(), "Task");
    }
}
