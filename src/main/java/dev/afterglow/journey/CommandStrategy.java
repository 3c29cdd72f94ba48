package dev.afterglow.journey;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when the engine would not take the end of a job. A busy or absent engine is asked again, later each time,
 * until the job's deadline; "not found" means somebody has completed it already, which is fine.
 */
class CommandStrategy implements CommandExceptionHandlingStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(CommandStrategy.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Set<Status.Code> LATER = EnumSet.of(
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.ABORTED);

    private final ScheduledExecutorService executor;

    CommandStrategy(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public void handleCommandError(CommandWrapper command, Throwable throwable) {
        Status.Code code = code(throwable);
        if (code == Status.Code.NOT_FOUND) {
            LOG.debug("Already done: {}", command);
        } else if (LATER.contains(code) && command.hasMoreRetries()) {
            command.increaseBackoffUsing(pause -> Math.min(pause * 2, LONGEST_PAUSE_MILLIS));
            command.scheduleExecutionUsing(executor);
        } else {
            LOG.warn("The engine did not take {}: {}; the job comes back after its deadline", command, code);
        }
    }

    static Status.Code code(Throwable throwable) {
        return switch (throwable) {
            case StatusRuntimeException status -> status.getStatus().getCode();
            case ClientStatusException status -> status.getStatusCode();
            case CompletionException wrapped when wrapped.getCause() != null -> code(wrapped.getCause());
            default -> throwable.getCause() instanceof StatusRuntimeException cause ? code(cause) : Status.Code.UNKNOWN;
        };
    }
}
