package dev.afterglow.journey.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which element can come after which. */
final class Paths {

    private final Diagram diagram;
    private final Set<String> closed;
    private final Map<Node, Set<Node>> next = new LinkedHashMap<>();

    Paths(Diagram diagram) {
        this(diagram, Set.of());
    }

    /**
     * The ways through a diagram.
     *
     * @param closed ids of flows nobody takes
     */
    Paths(Diagram diagram, Set<String> closed) {
        this.diagram = diagram;
        this.closed = closed;
        diagram.nodes().forEach(node -> next.put(node, new LinkedHashSet<>()));
        next.forEach((node, after) -> successors(node).forEach(after::add));
    }

    private Stream<Node> successors(Node node) {
        return Stream.of(onwards(node), diagram.boundaries(node), interruptions(node))
                .flatMap(part -> part);
    }

    private Stream<Node> onwards(Node node) {
        return switch (node.kind()) {
            case END -> afterSubProcess(node);
            case SUB_PROCESS, EVENT_SUB_PROCESS -> begins(node.id());
            default -> flowsFrom(node);
        };
    }

    private Stream<Node> flowsFrom(Node node) {
        return diagram.outOf(node)
                .filter(flow -> !closed.contains(flow.id()))
                .flatMap(flow -> diagram.node(flow.to()).stream());
    }

    private Stream<Node> afterSubProcess(Node end) {
        return diagram.node(end.scope()).filter(around -> around.kind() == Kind.SUB_PROCESS).stream()
                .flatMap(this::flowsFrom);
    }

    private Stream<Node> begins(String scope) {
        return diagram.in(scope).filter(node -> node.kind() == Kind.START);
    }

    // why: an event sub-process begins while a run rests somewhere beside it, and runs rest in steps and waits.
    private Stream<Node> interruptions(Node node) {
        return node.kind().isActivity() || node.isWait()
                ? diagram.in(node.scope()).filter(beside -> beside.kind() == Kind.EVENT_SUB_PROCESS)
                : Stream.of();
    }

    /** What can be next. */
    Set<Node> after(Node node) {
        return next.getOrDefault(node, Set.of());
    }

    /** Everything a run can come to. */
    Set<Node> fromStart() {
        return from(diagram.starts().toList());
    }

    /** Everything a run can come to without passing what is barred; what is barred is reached, but not passed. */
    Set<Node> fromStart(Predicate<Node> barred) {
        return from(diagram.starts().toList(), barred);
    }

    /** Everything that can come from here. */
    Set<Node> from(Collection<Node> begin) {
        return from(begin, node -> false);
    }

    /** Everything that can come from here without passing what is barred. */
    Set<Node> from(Collection<Node> begin, Predicate<Node> barred) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            Node node = open.poll();
            if (reached.add(node) && !barred.test(node)) {
                open.addAll(after(node));
            }
        }
        return reached;
    }

    /** True when one can come from here back to here without passing what is barred. */
    boolean returnsTo(Node node, Predicate<Node> barred) {
        return !barred.test(node) && from(List.copyOf(after(node)), barred).contains(node);
    }
}
