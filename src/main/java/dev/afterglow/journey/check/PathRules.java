package dev.afterglow.journey.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rules about the ways through a diagram. */
@Component
class PathRules implements RuleBook {

    private static final Pattern NOT = Pattern.compile("=not\\((.*)\\)");

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "path-ends",
                        "Every path comes to an end event.",
                        "Draw a flow from it to the next step, or to an end event.",
                        PathRules::ends),
                Rule.each(
                        "reachable",
                        "There is a way to every element.",
                        "Draw a flow to it, or delete it.",
                        PathRules::reachable),
                Rule.each(
                        "gateway-decides",
                        "A deciding gateway has a condition on each way out but one, which is the default, or asks for"
                                + " something and its not().",
                        "Write a condition on the flow, or make one flow the default by the wrench menu.",
                        PathRules::decides),
                Rule.each(
                        "loop-waits",
                        "Nothing goes round in a circle without waiting on the way.",
                        "Put a timer into the circle.",
                        PathRules::loops),
                Rule.each(
                        "wait-ends",
                        "Every wait for something that may never come has a time-out.",
                        "Put a timer on the edge of the step, or use an event-based gateway with a timer as one of its"
                                + " ways out.",
                        PathRules::waits));
    }

    private static void ends(Diagram diagram, Findings found) {
        Paths paths = new Paths(diagram);
        Set<Node> reached = paths.fromStart();
        for (Node node : diagram.nodes()) {
            boolean last = diagram.outOf(node).findFirst().isEmpty() && !mayBeLast(diagram, node);
            boolean noEnd = reached.contains(node) && !last && !comesToEnd(paths, node);
            if (last || noEnd) {
                found.at(
                        diagram,
                        node,
                        last ? "nothing comes after " + node.called() : "no end event can be reached from here");
            }
        }
    }

    private static boolean mayBeLast(Diagram diagram, Node node) {
        boolean link = node.heard() != null && node.heard().what().equals("link");
        return node.kind() == Kind.END
                || node.kind() == Kind.EVENT_SUB_PROCESS
                || (node.kind() == Kind.THROW && link)
                || (node.kind() == Kind.BOUNDARY
                        && node.heard() != null
                        && node.heard().what().equals("compensate"))
                || diagram.node(node.scope())
                        .filter(around -> around.kind() == Kind.SUB_PROCESS && node.kind() == Kind.BOUNDARY)
                        .isPresent();
    }

    private static boolean comesToEnd(Paths paths, Node node) {
        return paths.from(List.of(node)).stream()
                .anyMatch(later -> paths.after(later).isEmpty());
    }

    private static void reachable(Diagram diagram, Findings found) {
        Set<Node> reached = new Paths(diagram).fromStart();
        diagram.nodes().stream()
                .filter(node -> !reached.contains(node))
                .forEach(node -> found.at(diagram, node, "no way leads to " + node.called()));
    }

    private static void decides(Diagram diagram, Findings found) {
        for (Node gateway : diagram.nodes()) {
            List<Flow> ways = diagram.outOf(gateway).toList();
            boolean asks = gateway.kind() == Kind.EXCLUSIVE_GATEWAY || gateway.kind() == Kind.INCLUSIVE_GATEWAY;
            if (!asks || ways.size() < 2) {
                continue;
            }
            ways.stream()
                    .filter(flow -> flow.condition().isEmpty() && !flow.id().equals(gateway.defaultFlow()))
                    .forEach(flow -> found.in(diagram.file(), flow.id(), "this way out has no condition"));
            if (gateway.defaultFlow() == null && !coversAll(ways)) {
                found.at(diagram, gateway, "%s has no way out when no condition holds".formatted(gateway.called()));
            }
        }
    }

    private static boolean coversAll(List<Flow> ways) {
        Set<String> conditions = ways.stream()
                .map(flow -> flow.condition().replaceAll("\\s+", ""))
                .collect(Collectors.toSet());
        return conditions.stream()
                .map(NOT::matcher)
                .anyMatch(not -> not.matches() && conditions.contains("=" + not.group(1)));
    }

    private static void loops(Diagram diagram, Findings found) {
        Paths paths = new Paths(diagram);
        Set<Node> named = new HashSet<>();
        for (Node node : diagram.nodes()) {
            if (!named.contains(node) && paths.returnsTo(node, Node::isWait)) {
                paths.from(List.of(node), Node::isWait).stream()
                        .filter(other ->
                                paths.from(List.of(other), Node::isWait).contains(node))
                        .forEach(named::add);
                found.at(diagram, node, "one comes from %s back to it without waiting".formatted(node.called()));
            }
        }
    }

    private static void waits(Diagram diagram, Findings found) {
        diagram.nodes().stream()
                .filter(node -> isOpenEnded(diagram, node) && !isTimedOut(diagram, node))
                .forEach(node -> found.at(diagram, node, node.called() + " can wait for ever"));
    }

    private static boolean isOpenEnded(Diagram diagram, Node node) {
        return switch (node.kind()) {
            case RECEIVE_TASK, USER_TASK -> true;
            case EVENT_GATEWAY -> after(diagram, node).noneMatch(Node::hearsTimer);
            case CATCH -> !node.hearsTimer() && node.heard() != null && !afterGateway(diagram, node);
            default -> false;
        };
    }

    private static Stream<Node> after(Diagram diagram, Node node) {
        return diagram.outOf(node).flatMap(flow -> diagram.node(flow.to()).stream());
    }

    private static boolean afterGateway(Diagram diagram, Node node) {
        return diagram.nodes().stream()
                .filter(before -> before.kind() == Kind.EVENT_GATEWAY)
                .anyMatch(gateway -> after(diagram, gateway).anyMatch(node::equals));
    }

    private static boolean isTimedOut(Diagram diagram, Node node) {
        boolean here = diagram.boundaries(node).anyMatch(edge -> edge.hearsTimer() && edge.interrupting());
        boolean around = diagram.in(node.scope())
                .filter(beside -> beside.kind() == Kind.EVENT_SUB_PROCESS)
                .flatMap(exit -> diagram.in(exit.id()))
                .anyMatch(start -> start.kind() == Kind.START && start.hearsTimer() && start.interrupting());
        return here
                || around
                || diagram.node(node.scope())
                        .filter(scope -> isTimedOut(diagram, scope))
                        .isPresent();
    }
}
