package dev.afterglow.journey.check;

import java.util.Optional;
import org.camunda.feel.api.FailedParseResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Reads expressions, without ever working one out. */
final class Feel {

    private static final int LONGEST = 4_000;

    // why: the parser costs a third of a second to begin with, which folders without expressions need not pay.
    private static final class Parser {
        static final FeelEngineApi API = FeelEngineBuilder.forJava().build();
    }

    private Feel() {}

    /** What is wrong with an expression, written without the equals sign before it; empty when it can be read. */
    static Optional<String> problem(String expression) {
        return expression.length() > LONGEST ? tooLong() : problem(Parser.API.parseExpression(expression));
    }

    /** What is wrong with a cell of a decision table's conditions; empty when it can be read. */
    static Optional<String> problemOfTest(String test) {
        return test.length() > LONGEST ? tooLong() : problem(Parser.API.parseUnaryTests(test));
    }

    private static Optional<String> tooLong() {
        return Optional.of("it is longer than %d characters".formatted(LONGEST));
    }

    private static Optional<String> problem(ParseResult result) {
        return result instanceof FailedParseResult failed
                ? Optional.of(failed.failure().message().lines().findFirst().orElse("it cannot be read"))
                : Optional.empty();
    }
}
