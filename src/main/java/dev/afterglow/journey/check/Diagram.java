package dev.afterglow.journey.check;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A diagram as rules look at it: what is in it, and what comes after what. */
public final class Diagram {

    private final String file;
    private final BpmnModelInstance model;
    private final String process;
    private final List<Node> nodes;
    private final List<Flow> flows;

    Diagram(String file, BpmnModelInstance model, String process, List<Node> nodes, List<Flow> flows) {
        this.file = file;
        this.model = model;
        this.process = process;
        this.nodes = List.copyOf(nodes);
        this.flows = List.copyOf(flows);
    }

    /** Path inside the folder. */
    public String file() {
        return file;
    }

    /** The id of its process. */
    public String process() {
        return process;
    }

    /** Everything but the arrows, in the order of the file. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The steps whose work is of this type. */
    public List<Node> doing(String jobType) {
        return nodes.stream().filter(node -> node.does(jobType)).toList();
    }

    /** True when whoever comes to this step has passed one of those before, whichever way they came. */
    public boolean alwaysAfter(Node step, Predicate<Node> before) {
        return !new Paths(this).fromStart(before).contains(step);
    }

    List<Flow> flows() {
        return flows;
    }

    Stream<Flow> outOf(Node node) {
        return flows.stream().filter(flow -> flow.from().equals(node.id()));
    }

    Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The events on the edge of this step. */
    Stream<Node> boundaries(Node host) {
        return nodes.stream().filter(node -> host.id().equals(node.host()));
    }

    /** What stands in a sub-process, or in the process itself. */
    Stream<Node> in(String scope) {
        return nodes.stream().filter(node -> node.scope().equals(scope));
    }

    /** What begins a journey. */
    Stream<Node> starts() {
        return in(process).filter(node -> node.kind() == Kind.START);
    }

    BpmnModelInstance model() {
        return model;
    }

    DomElement root() {
        return model.getDocument().getRootElement();
    }
}
