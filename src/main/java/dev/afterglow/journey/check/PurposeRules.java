package dev.afterglow.journey.check;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.stereotype.Component;

/** Rules about whose a journey is, and what it is for. */
@Component
class PurposeRules implements RuleBook {

    private static final List<String> SETTINGS = List.of("owner", "goal");

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.warning(
                        "answered-for",
                        "A journey says who answers for it, and what is better for the customer when it has run.",
                        "Click beside the diagram, choose the block \"Journey settings\" and fill in owner and goal.",
                        Rule.forEach(PurposeRules::answeredFor)),
                Rule.each(
                        "internal-writes-to-nobody",
                        "A journey whose class is internal is work of our own people: it sends nothing to customers.",
                        "Choose service or marketing as the class of \"Enter journey\", or take the message out.",
                        PurposeRules::internal));
    }

    private static void answeredFor(Diagram diagram, Findings found) {
        List<DomElement> told = Xml.children(diagram.root(), "process")
                .filter(process -> Xml.text(process, "id").equals(diagram.process()))
                .flatMap(process -> Xml.extensions(process, "properties"))
                .flatMap(properties -> Xml.children(properties, "property"))
                .filter(property -> !Xml.text(property, "value").isEmpty())
                .toList();
        SETTINGS.stream()
                .filter(setting -> names(told).noneMatch(setting::equals))
                .forEach(setting -> found.in(diagram.file(), diagram.process(), "it does not say its " + setting));
    }

    private static Stream<String> names(List<DomElement> told) {
        return told.stream().map(property -> Xml.text(property, "name"));
    }

    private static void internal(Diagram diagram, Findings found) {
        if (diagram.doing("journey.enter").stream()
                .anyMatch(enter -> enter.header("class").equals("internal"))) {
            diagram.doing("messaging.send")
                    .forEach(step -> found.at(
                            diagram, step, "%s writes to a customer, in an internal journey".formatted(step.called())));
        }
    }
}
