package dev.afterglow.journey.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rules about how a journey begins, and how it is left. */
@Component
class EntranceRules implements RuleBook {

    private static final String ENTER = "journey.enter";
    private static final String LEAVE = "journey.leave";
    private static final Set<String> ENDS_OF_ORDERS = Set.of("order.cancelled", "order.refunded");
    private static final String NOT_ADMITTED = "=not\\(admitted\\)|=admitted=false|=admitted!=true";
    private static final String ADMITTED = "=admitted(?:=true)?";

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "starts-with-event",
                        "A journey begins with an event of the shop: a message start event.",
                        "Make the start event a message start event, and choose the event.",
                        EntranceRules::starts),
                Rule.each(
                        "entered-first",
                        "Whichever way one comes to a step that does something, one has passed \"Enter journey\".",
                        "Put \"Enter journey\" right behind the start event.",
                        EntranceRules::entered),
                Rule.each(
                        "admitted-asked",
                        "Behind \"Enter journey\" stands a gateway that looks at admitted.",
                        "Put an exclusive gateway behind it, with the condition =not(admitted) on the way to the end.",
                        EntranceRules::asked),
                Rule.each(
                        "declined-get-nothing",
                        "Who was not admitted comes to no step that does something.",
                        "Lead the way out with =not(admitted) to an end event.",
                        EntranceRules::declined),
                Rule.each(
                        "leaving-recorded",
                        "Every end of a journey has the listener journey.leave, by which the console knows; ends that"
                                + " are none of it have none.",
                        "Copy an existing end event, which has the listener.",
                        EntranceRules::left),
                Rule.each(
                        "stops-with-the-order",
                        "A journey about an order stops when the order is cancelled or refunded.",
                        "Copy the box \"Order cancelled on the way\" from thank-you: an event sub-process whose start"
                                + " interrupts.",
                        EntranceRules::stops),
                Rule.warning(
                        "stops-on-complaint",
                        "A marketing journey stops when somebody calls one of its messages spam.",
                        "Add an event sub-process that begins with message.complained; its key is what \"Enter journey\" has as"
                                + " business key, such as =orderId.",
                        Rule.forEach(EntranceRules::complaint)));
    }

    private static void starts(Diagram diagram, Findings found) {
        diagram.starts()
                .filter(start -> start.heard() == null || !start.heard().isMessage())
                .forEach(start -> found.at(diagram, start, "nothing ever begins with " + start.called()));
    }

    private static void entered(Diagram diagram, Findings found) {
        diagram.nodes().stream()
                .filter(EntranceRules::acts)
                .filter(node -> !diagram.alwaysAfter(node, before -> before.does(ENTER)))
                .forEach(node ->
                        found.at(diagram, node, "one comes to %s without \"Enter journey\"".formatted(node.called())));
    }

    /** True for what reaches customers or people who work for the shop. */
    private static boolean acts(Node node) {
        return node.kind() == Kind.USER_TASK
                || (node.job() != null
                        && !node.job().type().startsWith("journey.")
                        && !node.job().type().startsWith("calendar."));
    }

    private static void asked(Diagram diagram, Findings found) {
        diagram.doing(ENTER).stream()
                .filter(enter -> gateways(diagram, enter).isEmpty())
                .forEach(enter ->
                        found.at(diagram, enter, "no gateway behind %s asks for admitted".formatted(enter.called())));
    }

    private static List<Node> gateways(Diagram diagram, Node enter) {
        return diagram.outOf(enter)
                .flatMap(flow -> diagram.node(flow.to()).stream())
                .filter(node -> node.kind() == Kind.EXCLUSIVE_GATEWAY)
                .filter(node ->
                        diagram.outOf(node).anyMatch(flow -> flow.condition().contains("admitted")))
                .toList();
    }

    /** The flows of those who were not admitted. */
    private static Set<Flow> ofDeclined(Diagram diagram) {
        Set<Flow> declined = new HashSet<>();
        for (Node enter : diagram.doing(ENTER)) {
            for (Node gateway : gateways(diagram, enter)) {
                List<Flow> ways = diagram.outOf(gateway).toList();
                boolean saysNot = ways.stream().anyMatch(flow -> says(flow, NOT_ADMITTED));
                ways.stream()
                        .filter(flow -> saysNot ? says(flow, NOT_ADMITTED) : !says(flow, ADMITTED))
                        .forEach(declined::add);
            }
        }
        return declined;
    }

    private static boolean says(Flow flow, String condition) {
        return flow.condition().replaceAll("\\s+", "").matches(condition);
    }

    private static void declined(Diagram diagram, Findings found) {
        List<Node> begin = ofDeclined(diagram).stream()
                .flatMap(flow -> diagram.node(flow.to()).stream())
                .toList();
        new Paths(diagram)
                .from(begin).stream()
                        .filter(EntranceRules::acts)
                        .forEach(node ->
                                found.at(diagram, node, "who was not admitted comes to %s".formatted(node.called())));
    }

    private static void left(Diagram diagram, Findings found) {
        if (diagram.doing(ENTER).stream()
                .anyMatch(enter -> gateways(diagram, enter).isEmpty())) {
            return;
        }
        Set<String> closed = ofDeclined(diagram).stream().map(Flow::id).collect(Collectors.toSet());
        Set<Node> admitted = new Paths(diagram, closed).fromStart();
        for (Node end : diagram.nodes()) {
            if (end.kind() == Kind.END && admitted.contains(end)) {
                boolean records =
                        end.listeners().stream().anyMatch(job -> job.type().equals(LEAVE));
                boolean leaves = isLast(diagram, end);
                if (leaves && !records) {
                    found.at(diagram, end, end.called() + " has no listener journey.leave");
                } else if (!leaves && records) {
                    found.at(diagram, end, "the journey goes on after " + end.called());
                }
            }
        }
    }

    private static boolean isLast(Diagram diagram, Node end) {
        if (end.scope().equals(diagram.process())) {
            return true;
        }
        return diagram.node(end.scope())
                .filter(around -> around.kind() == Kind.EVENT_SUB_PROCESS
                        && around.scope().equals(diagram.process())
                        && diagram.in(around.id())
                                .anyMatch(start -> start.kind() == Kind.START && start.interrupting()))
                .isPresent();
    }

    private static void stops(Diagram diagram, Findings found) {
        if (isAboutAnOrder(diagram) && exits(diagram).noneMatch(start -> hearsOne(start, ENDS_OF_ORDERS))) {
            found.in(
                    diagram.file(),
                    diagram.process(),
                    "nothing stops it when the order is cancelled or refunded on the way");
        }
    }

    private static boolean isAboutAnOrder(Diagram diagram) {
        boolean begins = diagram.starts()
                .anyMatch(start -> start.heard() != null
                        && start.heard().name().startsWith("order.")
                        && !hearsOne(start, ENDS_OF_ORDERS));
        return begins
                || diagram.doing(ENTER).stream()
                        .anyMatch(enter -> "=orderId".equals(enter.inputs().get("businessKey")));
    }

    private static Stream<Node> exits(Diagram diagram) {
        return diagram.in(diagram.process())
                .filter(node -> node.kind() == Kind.EVENT_SUB_PROCESS)
                .flatMap(exit -> diagram.in(exit.id()))
                .filter(start -> start.kind() == Kind.START && start.interrupting());
    }

    private static boolean hearsOne(Node node, Set<String> messages) {
        return messages.stream().anyMatch(node::hears);
    }

    private static void complaint(Diagram diagram, Findings found) {
        boolean marketing = diagram.doing(ENTER).stream()
                .anyMatch(enter -> enter.header("class").equals("marketing"));
        if (marketing && exits(diagram).noneMatch(start -> start.hears("message.complained"))) {
            found.in(diagram.file(), diagram.process(), "it goes on after a complaint");
        }
    }
}
