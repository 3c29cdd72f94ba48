package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PublishMessageResponse;
import io.grpc.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** Hands one event to the engine as a message. */
@Component
class Publisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CamundaClient engine;
    private final JourneySettings settings;

    Publisher(CamundaClient engine, JourneySettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Publishes; the answer always comes, and never as an exception. */
    CompletionStage<Verdict> publish(WaitingEvent event) {
        try {
            return send(event).<Verdict>thenApply(taken -> new Verdict.Taken()).exceptionally(Publisher::verdict);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(verdict(e));
        }
    }

    private CompletionStage<PublishMessageResponse> send(WaitingEvent event) {
        return engine.newPublishMessageCommand()
                .messageName(event.type())
                .correlationKey(event.subject())
                .messageId(event.messageId())
                .timeToLive(settings.timeToLive())
                .variables(variables(event))
                .requestTimeout(TIMEOUT)
                .send();
    }

    // why: ids only; the engine's variables are exported and shown to operators.
    private static Map<String, Object> variables(WaitingEvent event) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("eventId", event.eventId());
        if (event.type().startsWith("parcel.")) {
            variables.put("parcelId", event.subject());
        }
        if (event.type().startsWith("case.")) {
            variables.put("caseId", event.subject());
        }
        if (event.orderId() != null) {
            variables.put("orderId", event.orderId());
        }
        if (event.customerId() != null) {
            variables.put("customerId", event.customerId());
        }
        variables.putAll(event.routing().facts());
        return variables;
    }

    private static Verdict verdict(Throwable trouble) {
        Status.Code code = CommandStrategy.code(trouble);
        return switch (code) {
            case ALREADY_EXISTS -> new Verdict.Taken();
            case RESOURCE_EXHAUSTED, DEADLINE_EXCEEDED, ABORTED -> new Verdict.Busy();
            case INVALID_ARGUMENT, OUT_OF_RANGE, FAILED_PRECONDITION ->
                new Verdict.Refused("engine-" + code.name().toLowerCase(java.util.Locale.ROOT));
            default -> new Verdict.Absent();
        };
    }
}
