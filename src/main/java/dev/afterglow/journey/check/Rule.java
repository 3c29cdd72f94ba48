package dev.afterglow.journey.check;

/**
 * One thing a folder must be.
 *
 * @param name stable: people look it up by it, and programs compare it
 * @param meaning what is asked for, in one sentence
 * @param hint what to do when it is not so
 */
public record Rule(String name, Severity severity, String meaning, String hint, Look look) {

    /** Looks at a folder, and notes what it finds. */
    @FunctionalInterface
    public interface Look {

        /** Notes everything in this folder that is against the rule. */
        void at(Draft draft, Findings found);
    }

    /** A rule for each diagram of a folder. */
    @FunctionalInterface
    public interface DiagramLook {

        /** Notes everything in this diagram that is against the rule. */
        void at(Diagram diagram, Findings found);
    }

    /** A rule that keeps a folder from being deployed. */
    public static Rule error(String name, String meaning, String hint, Look look) {
        return new Rule(name, Severity.ERROR, meaning, hint, look);
    }

    /** A rule about each diagram alone, which keeps its folder from being deployed. */
    static Rule each(String name, String meaning, String hint, DiagramLook look) {
        return new Rule(name, Severity.ERROR, meaning, hint, forEach(look));
    }

    /** Something somebody should look at. */
    public static Rule warning(String name, String meaning, String hint, Look look) {
        return new Rule(name, Severity.WARNING, meaning, hint, look);
    }

    /** The same look at every diagram. */
    static Look forEach(DiagramLook look) {
        return (draft, found) -> draft.diagrams().forEach(diagram -> look.at(diagram, found));
    }
}
