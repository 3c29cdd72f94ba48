package dev.afterglow.journey.check;

import dev.afterglow.journey.StepField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rules about what steps do, and with what. */
@Component
class StepRules implements RuleBook {

    private static final String RETRIES = "10";
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "mail",
            "phone",
            "mobile",
            "name",
            "firstname",
            "lastname",
            "surname",
            "address",
            "street",
            "city",
            "postcode",
            "zip",
            "birthday",
            "birthdate",
            "iban",
            "password",
            "ip");

    private final KnownJobs jobs;

    StepRules(KnownJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "job-known",
                        "Every step with work to do names a type of job somebody works on.",
                        "Choose a building block in Camunda Modeler instead of writing the type by hand.",
                        this::known),
                Rule.each(
                        "fields-filled",
                        "Every field a step cannot do without is filled in.",
                        "Click the step and fill in the field.",
                        this::filled),
                Rule.each(
                        "fields-fit",
                        "Every field of a step is one it has, and holds what it takes.",
                        "Click the step and choose one of what it takes.",
                        this::fit),
                Rule.each(
                        "retries",
                        "Work in trouble is tried 10 times before somebody must look.",
                        "Write 10 into \"Retries\" of the step or listener.",
                        StepRules::retries),
                Rule.each(
                        "user-task-listed",
                        "A user task is the engine's own kind; the old kind is a job nobody sees.",
                        "Choose \"Camunda user task\" as its implementation.",
                        StepRules::userTasks),
                Rule.each(
                        "nothing-personal",
                        "Nothing about a person goes into variables: the engine keeps and shows them for years.",
                        "Leave it out: words get names and addresses from the tables, by the order's or customer's id.",
                        StepRules::nothingPersonal));
    }

    private void known(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            if (node.kind() == Kind.SERVICE_TASK && node.job() == null) {
                found.at(diagram, node, "it has nothing to do: no type of job");
            }
            work(node)
                    .filter(job -> !jobs.types().contains(job.type()))
                    .forEach(job -> found.at(
                            diagram,
                            node,
                            "nobody works on \"%s\"; known are %s"
                                    .formatted(job.type(), String.join(", ", jobs.types()))));
        }
    }

    private static Stream<Job> work(Node node) {
        return Stream.concat(Stream.ofNullable(node.job()), node.listeners().stream());
    }

    private void filled(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            for (StepField field : fields(node)) {
                if (field.required() && value(node, field).isBlank()) {
                    found.at(
                            diagram,
                            node,
                            "the %s \"%s\" is missing".formatted(field.input() ? "input" : "header", field.name()));
                }
            }
        }
    }

    private List<StepField> fields(Node node) {
        return node.job() == null ? List.of() : jobs.fields(node.job().type());
    }

    private static String value(Node node, StepField field) {
        return field.input() ? node.inputs().getOrDefault(field.name(), "") : node.header(field.name());
    }

    private void fit(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            List<StepField> fields = fields(node);
            fields.stream()
                    .filter(field ->
                            !field.input() && !node.header(field.name()).isEmpty())
                    .filter(field -> !takes(field, node.header(field.name())))
                    .forEach(field -> found.at(
                            diagram,
                            node,
                            "%s is \"%s\", but takes %s"
                                    .formatted(field.name(), node.header(field.name()), choice(field))));
            if (node.job() != null && !fields.isEmpty()) {
                node.job().headers().keySet().stream()
                        .filter(key -> fields.stream()
                                .noneMatch(
                                        field -> !field.input() && field.name().equals(key)))
                        .forEach(key -> found.at(diagram, node, "it has no field \"%s\"".formatted(key)));
            }
        }
    }

    private static boolean takes(StepField field, String value) {
        List<String> words = field.list()
                ? Stream.of(value.split(",", -1)).map(String::strip).toList()
                : List.of(value);
        List<String> choices = Arrays.asList(field.oneOf());
        return words.stream()
                .allMatch(word -> (choices.isEmpty() || choices.contains(word))
                        && (field.matches().isEmpty() || word.matches(field.matches())));
    }

    private static String choice(StepField field) {
        return field.oneOf().length == 0
                ? field.takes()
                : (field.list() ? "some of " : "one of ") + String.join(", ", field.oneOf());
    }

    private static void retries(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            work(node)
                    .filter(job -> !job.retries().equals(RETRIES))
                    .forEach(job -> found.at(
                            diagram,
                            node,
                            "%s is tried %s times"
                                    .formatted(job.type(), job.retries().isEmpty() ? "3" : job.retries())));
        }
    }

    private static void userTasks(Diagram diagram, Findings found) {
        diagram.nodes().stream()
                .filter(node -> node.kind() == Kind.USER_TASK && !node.engineTask())
                .forEach(node -> found.at(diagram, node, node.called() + " is a job-based user task"));
    }

    private static void nothingPersonal(Diagram diagram, Findings found) {
        for (Node node : diagram.nodes()) {
            Map<String, String> mapped = new HashMap<>(node.inputs());
            mapped.putAll(node.outputs());
            mapped.keySet().stream()
                    .filter(StepRules::isPersonal)
                    .sorted()
                    .forEach(target -> found.at(diagram, node, "the variable \"%s\" would hold it".formatted(target)));
        }
    }

    private static boolean isPersonal(String variable) {
        String[] words = variable.split("(?<=[a-z0-9])(?=[A-Z])|[_.-]", -1);
        return Arrays.stream(words).anyMatch(word -> PERSONAL.contains(word.toLowerCase(Locale.ROOT)));
    }
}
