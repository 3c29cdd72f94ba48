package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.command.FailJobCommandStep1.FailJobCommandStep2;
import io.camunda.client.api.command.ThrowErrorCommandStep1;
import io.camunda.client.api.command.ThrowErrorCommandStep1.ThrowErrorCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.metrics.MetricsRecorder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class FailureStrategyTest {

    private static final int RETRIES = 10;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-10T22:00:00Z"), ZoneOffset.UTC);

    private final ActivatedJob job = mock(ActivatedJob.class);
    private final JobClient engine = mock(JobClient.class);
    private final FailJobCommandStep2 failing = mock(FailJobCommandStep2.class, RETURNS_SELF);
    private final ThrowErrorCommandStep2 erring = mock(ThrowErrorCommandStep2.class, RETURNS_SELF);
    private final FailureStrategy strategy =
            new FailureStrategy((command, trouble) -> {}, mock(MetricsRecorder.class), RETRIES, CLOCK);

    @BeforeEach
    @SuppressWarnings("unchecked")
    void anEngineThatTakesAnything() {
        FailJobCommandStep1 fail = mock(FailJobCommandStep1.class);
        ThrowErrorCommandStep1 error = mock(ThrowErrorCommandStep1.class);
        CamundaFuture<Object> answer = mock(CamundaFuture.class, org.mockito.Answers.RETURNS_SELF);
        when(engine.newFailCommand(anyLong())).thenReturn(fail);
        when(fail.retries(anyInt())).thenReturn(failing);
        when(engine.newThrowErrorCommand(anyLong())).thenReturn(error);
        when(error.errorCode(anyString())).thenReturn(erring);
        when(failing.send()).thenReturn((CamundaFuture) answer);
        when(erring.send()).thenReturn((CamundaFuture) answer);
        when(job.getType()).thenReturn("messaging.send");
        when(job.getElementId()).thenReturn("Task_SendThankYou");
        when(job.getBpmnProcessId()).thenReturn("ThankYou");
        when(job.getRetries()).thenReturn(RETRIES);
    }

    @Test
    void troubleThatMayPassIsTriedAgainLaterWithOneTryLess() throws Exception {
        handle(new TransientFailure("the mail server did not take it", new IOException()));
        assertThat(retriesLeft()).isEqualTo(RETRIES - 1);
        assertThat(pause()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    @Test
    void whatIsPutOffCostsNoTryAndComesBackAtItsTime() throws Exception {
        handle(new Deferral(Instant.parse("2026-05-11T06:00:00Z"), "quiet-hours"));
        assertThat(retriesLeft()).isEqualTo(RETRIES);
        assertThat(pause()).isEqualTo(Duration.ofHours(8));
        assertThat(message())
                .isEqualTo("messaging.send in Task_SendThankYou waits until 2026-05-11T06:00:00Z: quiet-hours");
    }

    @Test
    void whatIsPutOffUntilAMomentAgoComesBackSoonAndNotAtOnce() throws Exception {
        handle(new Deferral(Instant.parse("2026-05-10T21:59:00Z"), "paused"));
        assertThat(pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aBugIsAnIncidentAtOnceAndQuotesNothingPersonal() throws Exception {
        handle(new IllegalStateException("value too long: ada@example.com"));
        assertThat(retriesLeft()).isZero();
        assertThat(message())
                .isEqualTo("messaging.send in Task_SendThankYou of ThankYou: IllegalStateException,"
                        + " the log of the app tells more; see docs/runbook/UNEXPECTED.md");
    }

    @Test
    void aProblemNamesItsPageAndWhatToDo() throws Exception {
        handle(new JourneyProblem("WORDS_MISSING", "thank-you/messages holds no hello"));
        assertThat(retriesLeft()).isZero();
        assertThat(message()).contains("thank-you/messages holds no hello").contains("docs/runbook/WORDS_MISSING.md");
    }

    @Test
    void aModelledOutcomeIsNotAFailure() throws Exception {
        handle(CamundaError.bpmnError("NO_CHANNEL", "nothing to write to"));
        verify(engine).newThrowErrorCommand(anyLong());
        verify(engine, never()).newFailCommand(anyLong());
    }

    @Test
    void pausesGrowVaryAndStayBelowThreeQuartersOfAnHour() {
        assertThat(FailureStrategy.pause(3)).isBetween(Duration.ofMillis(13_500), Duration.ofMillis(40_500));
        assertThat(FailureStrategy.pause(50)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(45));
        assertThat(FailureStrategy.pause(-1)).isPositive();
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> FailureStrategy.pause(5))
                        .distinct()
                        .count())
                .as("never all at once")
                .isGreaterThan(10);
    }

    private void handle(Exception trouble) throws Exception {
        JobWorkerValue worker = new JobWorkerValue();
        worker.setMaxRetries(1);
        strategy.handleException(trouble, new ExceptionHandlingContext(engine, job, worker));
    }

    private int retriesLeft() {
        ArgumentCaptor<Integer> retries = ArgumentCaptor.forClass(Integer.class);
        verify(engine.newFailCommand(0)).retries(retries.capture());
        return retries.getValue();
    }

    private Duration pause() {
        ArgumentCaptor<Duration> pause = ArgumentCaptor.forClass(Duration.class);
        verify(failing).retryBackoff(pause.capture());
        return pause.getValue();
    }

    private String message() {
        ArgumentCaptor<String> message = ArgumentCaptor.forClass(String.class);
        verify(failing).errorMessage(message.capture());
        verify(engine, never()).newThrowErrorCommand(any(Long.class));
        return message.getValue();
    }
}
