package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.journey.Edition;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class SendMessageWorkerTest {

    private static final Run RUN = new Run(
            "r-1", "ThankYou", 1, "entered", "1001", 42, "1001", null, Run.State.RUNNING, null, Instant.EPOCH, null);

    private final SendingMessage sending = mock(SendingMessage.class);
    private final Runs runs = mock(Runs.class);
    private final Editions editions = mock(Editions.class);
    private final ActivatedJob job = mock(ActivatedJob.class);
    private final SendMessageWorker worker = new SendMessageWorker(sending, runs, editions);

    @BeforeEach
    void aRun() {
        when(job.getBpmnProcessId()).thenReturn("ThankYou");
        when(job.getElementId()).thenReturn("Task_Send");
        when(job.getProcessInstanceKey()).thenReturn(42L);
        when(runs.ofInstance(42)).thenReturn(Optional.of(RUN));
        when(editions.of(RUN))
                .thenReturn(Optional.of(new Edition("entered", new JourneyFolder("thank-you", new TreeMap<>()))));
        when(sending.send(any())).thenReturn(new Delivery.Sent("m-1"));
    }

    @Test
    void wordsAreThoseTheCustomerEnteredWith() {
        assertThat(edition(null)).isEqualTo("entered");
        assertThat(edition("entered")).isEqualTo("entered");
    }

    @Test
    void unlessTheStepAsksForTheNewest() {
        assertThat(edition("newest")).isNull();
    }

    @Test
    void anythingElseIsAFieldFilledInWrong() {
        assertThatThrownBy(() -> edition("latest"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("\"words\" is \"latest\"; it takes one of entered, newest");
        Mockito.verifyNoInteractions(sending);
    }

    private @Nullable String edition(@Nullable String words) {
        Map<String, String> headers = new HashMap<>(Map.of("message", "thank-you", "channel", "email"));
        if (words != null) {
            headers.put("words", words);
        }
        worker.send(job, null, headers);
        ArgumentCaptor<SendRequest> wish = ArgumentCaptor.forClass(SendRequest.class);
        Mockito.verify(sending, Mockito.atLeastOnce()).send(wish.capture());
        return wish.getValue().edition();
    }
}
