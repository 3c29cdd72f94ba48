package dev.afterglow.journey;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
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
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FACTOR = 3;

    private final CommandExceptionHandlingStrategy commands;
    private final MetricsRecorder metrics;
    private final JobExceptionHandlingStrategy asked;
    private final int retries;
    private final Clock clock;

    FailureStrategy(CommandExceptionHandlingStrategy commands, MetricsRecorder metrics, int retries, Clock clock) {
        this.commands = commands;
        this.metrics = metrics;
        this.asked = new DefaultJobExceptionHandlingStrategy(commands, metrics);
        this.retries = retries;
        this.clock = clock;
    }

    @Override
    public void handleException(Exception exception, ExceptionHandlingContext context) throws Exception {
        Throwable cause = exception;
        while (cause.getCause() != null && cause instanceof InvocationTargetException) {
            cause = cause.getCause();
        }
        switch (cause) {
            case Deferral deferral -> defer(deferral, context);
            case BpmnError outcome -> asked.handleException(outcome, context);
            case JobError wish -> asked.handleException(wish, context);
            case JourneyProblem problem ->
                incident(problem.code(), String.valueOf(problem.getMessage()), problem, context);
            case Throwable trouble when mayPass(trouble) -> later(trouble, context);
            default -> incident("UNEXPECTED", describe(cause), cause, context);
        }
    }

    private void defer(Deferral deferral, ExceptionHandlingContext context) {
        ActivatedJob job = context.job();
        Duration pause = Duration.between(clock.instant(), deferral.until());
        String message = "%s in %s waits until %s: %s"
                .formatted(job.getType(), job.getElementId(), deferral.until(), deferral.reason());
        LOG.debug("{}", message);
        fail(context, job.getRetries(), pause.compareTo(SOON) < 0 ? SOON : pause, message);
    }

    private void later(Throwable cause, ExceptionHandlingContext context) {
        ActivatedJob job = context.job();
        int left = job.getRetries() - 1;
        Duration pause = pause(retries - job.getRetries());
        LOG.warn("{} is in trouble, {} tries left, next in {}", which(job), left, pause, cause);
        fail(context, left, pause, message(job, describe(cause), "TRANSIENT"));
    }

    private void incident(String code, String what, Throwable cause, ExceptionHandlingContext context) {
        LOG.error("{} cannot go on: {}", which(context.job()), what, cause);
        fail(context, 0, Duration.ZERO, message(context.job(), what, code));
    }

    // why: the starter would put a stack trace in front of operators; they get one line, the log has the rest.
    private void fail(ExceptionHandlingContext context, int left, Duration pause, String message) {
        ActivatedJob job = context.job();
        FinalCommandStep<?> command = context.jobClient()
                .newFailCommand(job.getKey())
                .retries(left)
                .retryBackoff(pause)
                .errorMessage(message);
        new CommandWrapper(
                        command,
                        job,
                        commands,
                        metrics,
                        context.jobWorkerValue().getMaxRetries())
                .executeAsyncWithMetrics(MetricsRecorder.METRIC_NAME_JOB, MetricsRecorder.ACTION_FAILED, job.getType());
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

    // why: the same for every job that has the same trouble, so that Operate can put them together.
    private static String message(ActivatedJob job, String what, String page) {
        return "%s in %s of %s: %s; see docs/runbook/%s.md"
                .formatted(job.getType(), job.getElementId(), job.getBpmnProcessId(), what, page);
    }

    private static String which(ActivatedJob job) {
        return "%s in %s of %s, instance %d, job %d"
                .formatted(
                        job.getType(),
                        job.getElementId(),
                        job.getBpmnProcessId(),
                        job.getProcessInstanceKey(),
                        job.getKey());
    }
}
