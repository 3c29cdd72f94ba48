package dev.afterglow.sql;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL from the binaries of this machine. Where there are none, tests are skipped; where the environment
 * says {@code CI=true} they fail, so that nobody takes silence for success.
 */
public final class PostgresExtension extends DatabaseExtension implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return verdict(PostgresBinaries.onThisMachine(), "true".equals(System.getenv("CI")));
    }

    static ConditionEvaluationResult verdict(Optional<Path> binaries, boolean isRequired) {
        if (binaries.isPresent()) {
            return ConditionEvaluationResult.enabled("PostgreSQL in " + binaries.get());
        }
        if (isRequired) {
            throw new IllegalStateException(PostgresBinaries.MISSING);
        }
        return ConditionEvaluationResult.disabled(PostgresBinaries.MISSING);
    }

    /** The address of a new, empty database without tables; the user is {@link PostgresServer#USER}, no password. */
    public static String freshUrl() {
        return PostgresServer.shared().freshDatabase();
    }

    @Override
    Database fresh() {
        return new Database(
                freshUrl(), PostgresServer.USER, "postgresql", tables -> "truncate " + String.join(", ", tables));
    }
}
