package dev.afterglow.journey;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Turns what a worker throws into what the engine does. Trouble that may pass is tried again, each time later and
 * never all at once; anything else is a bug or bad data, and becomes an incident at once.
 */
class FailureStrategy implements JobExceptionHandlingStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(FailureStrategy.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FACTOR = 3;

    private final JobExceptionHandlingStrategy commands;
    private final int retries;

    FailureStrategy(CommandExceptionHandlingStrategy commands, MetricsRecorder metrics, int retries) {
        this.commands = new DefaultJobExceptionHandlingStrategy(commands, metrics);
        this.retries = retries;
    }

    @Override
    public void handleException(Exception exception, ExceptionHandlingContext context) throws Exception {
        commands.handleException(translate(exception, context.job()), context);
    }

    private Exception translate(Exception exception, ActivatedJob job) {
        Throwable cause = exception;
        while (cause.getCause() != null && cause instanceof java.lang.reflect.InvocationTargetException) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case BpmnError outcome -> outcome;
            case JobError asked -> asked;
            case JourneyProblem problem -> incident(problem.code(), String.valueOf(problem.getMessage()), problem, job);
            default -> mayPass(cause) ? later(cause, job) : incident("UNEXPECTED", describe(cause), cause, job);
        };
    }

    private Exception later(Throwable cause, ActivatedJob job) {
        int left = job.getRetries() - 1;
        Duration pause = pause(retries - job.getRetries());
        LOG.warn("{} is in trouble, {} tries left, next in {}", where(job), left, pause, cause);
        return CamundaError.jobError(
                "%s: %s; see docs/runbook/TRANSIENT.md".formatted(where(job), describe(cause)), null, left, pause);
    }

    private static Exception incident(String code, String what, Throwable cause, ActivatedJob job) {
        LOG.error("{} cannot go on: {}", where(job), what, cause);
        String message = "%s: %s; see docs/runbook/%s.md".formatted(where(job), what, code);
        return CamundaError.jobError(message, null, 0, Duration.ZERO);
    }

    /** Three times as long with each try, half more or less by chance, never over half an hour. */
    static Duration pause(int attempt) {
        double factor = Math.pow(FACTOR, Math.clamp(attempt, 0, 20));
        double millis = Math.min(FIRST.toMillis() * factor, (double) LONGEST.toMillis());
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }

    private static boolean mayPass(Throwable cause) {
        return cause instanceof TransientFailure
                || cause instanceof java.io.IOException
                || cause instanceof TransientDataAccessException
                || cause instanceof QueryTimeoutException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof CannotCreateTransactionException;
    }

    // why: an exception of somebody else's may quote what it choked on, and nothing personal goes to the engine.
    private static String describe(Throwable cause) {
        return cause instanceof TransientFailure
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ", the log of the app tells more";
    }

    private static String where(ActivatedJob job) {
        return "%s in %s of %s, job %d"
                .formatted(job.getType(), job.getElementId(), job.getBpmnProcessId(), job.getKey());
    }
}
