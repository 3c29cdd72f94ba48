package dev.afterglow.messaging;

import dev.afterglow.journey.Deferral;
import dev.afterglow.journey.Edition;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.Step;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every step that sends a message. */
@Component
public class SendMessageWorker {

    private static final String ENTERED = "entered";
    private static final String NEWEST = "newest";

    private final SendingMessage sending;
    private final Runs runs;
    private final Editions editions;

    SendMessageWorker(SendingMessage sending, Runs runs, Editions editions) {
        this.sending = sending;
        this.runs = runs;
        this.editions = editions;
    }

    /**
     * Sends, or stays silent.
     *
     * @return {@code delivery}: sent, silent, rejected or uncertain, for gateways behind the step
     */
    @JobWorker(type = "messaging.send", fetchVariables = "occasion")
    @StepField(name = "message", required = true, matches = "[A-Za-z0-9_-]+", takes = "the name of a message")
    @StepField(
            name = "channel",
            required = true,
            list = true,
            oneOf = {"email", "sms", "whatsapp", "push", "webhook", "letter"})
    @StepField(
            name = "words",
            oneOf = {SendMessageWorker.ENTERED, SendMessageWorker.NEWEST})
    @StepField(name = "occasion", input = true)
    public Map<String, String> send(
            ActivatedJob job,
            @Variable(name = "occasion", optional = true) @Nullable String occasion,
            @CustomHeaders Map<String, String> headers) {
        Step step = Step.of(job);
        Run run = runs.ofInstance(step.instanceKey())
                .orElseThrow(() -> new JourneyProblem(
                        "NOT_ENTERED", "no run for this instance; put the step \"Enter journey\" before this one"));
        return outcome(sending.send(new SendRequest(
                run.journey(),
                edition(run, new Fields(headers)),
                run.businessKey(),
                step.element(),
                Objects.requireNonNullElse(occasion, ""),
                header(headers, "message"),
                channels(header(headers, "channel")),
                run.orderId(),
                run.customerId(),
                step.deadline())));
    }

    private @Nullable String edition(Run run, Fields fields) {
        String wanted = fields.word("words", List.of(ENTERED, NEWEST), ENTERED);
        return wanted.equals(NEWEST)
                ? null
                : editions.of(run).map(Edition::hash).orElse(null);
    }

    private static Map<String, String> outcome(Delivery delivery) {
        return Map.of(
                "delivery",
                switch (delivery) {
                    case Delivery.Sent sent -> "sent";
                    case Delivery.Silent silent -> "silent";
                    case Delivery.Rejected rejected -> "rejected";
                    case Delivery.Deferred deferred -> throw new Deferral(deferred.until(), deferred.reason());
                    case Delivery.Uncertain uncertain -> {
                        if (uncertain.lookAgain() != null) {
                            throw new Deferral(uncertain.lookAgain(), "uncertain");
                        }
                        yield "uncertain";
                    }
                });
    }

    private static List<String> channels(String header) {
        return Stream.of(header.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String header(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new JourneyProblem("HEADER_MISSING", "the step has no header \"%s\"".formatted(name));
        }
        return value;
    }
}
