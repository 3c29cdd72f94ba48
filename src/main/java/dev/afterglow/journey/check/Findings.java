package dev.afterglow.journey.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a rule notes what it finds. */
public final class Findings {

    private final Rule rule;
    private final String folder;
    private final List<Finding> noted = new ArrayList<>();

    Findings(Rule rule, String folder) {
        this.rule = rule;
        this.folder = folder;
    }

    /** Something about a step, a flow or an event of a diagram. */
    public void at(Diagram diagram, Node node, String reason) {
        add(folder + "/" + diagram.file(), node.id(), null, reason);
    }

    /**
     * Something about a file.
     *
     * @param path inside the folder
     * @param element an id in it, if there is one to name
     */
    public void in(String path, @Nullable String element, String reason) {
        add(folder + "/" + path, element, null, reason);
    }

    /**
     * Something in a line of a file.
     *
     * @param file path below {@code bpmn/}: layouts stand in another folder
     */
    public void line(String file, int line, String reason) {
        add(file, null, line, reason);
    }

    private void add(String file, @Nullable String element, @Nullable Integer line, String reason) {
        noted.add(new Finding(rule.severity(), rule.name(), file, element, line, reason, rule.hint()));
    }

    List<Finding> noted() {
        return noted;
    }
}
