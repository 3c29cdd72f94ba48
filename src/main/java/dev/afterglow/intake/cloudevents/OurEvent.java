package dev.afterglow.intake.cloudevents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event of our vocabulary.
 *
 * @param name its type, as it is sent
 * @param reportedAs its type, as it is kept and heard
 * @param says what happened
 * @param subject what its subject is
 * @param data what is told
 */
record OurEvent(String name, String reportedAs, String says, String subject, Shape.Group data) {

    private static final int MOST_PROBLEMS = 10;

    /**
     * Makes sure that the data is what it should be.
     *
     * @throws Refusal naming everything that is wrong with it, up to ten things
     */
    void check(Field told) {
        List<Refusal> problems =
                data.problems(told.isEmpty() ? new Field(told.pointer(), JsonNodeFactory.instance.objectNode()) : told);
        if (!problems.isEmpty()) {
            throw Refusal.wrongShape(problems.stream()
                    .limit(MOST_PROBLEMS)
                    .map(problem -> String.valueOf(problem.getBody().getDetail()))
                    .collect(Collectors.joining(" ")));
        }
    }
}
