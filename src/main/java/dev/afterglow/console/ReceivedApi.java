package dev.afterglow.console;

import dev.afterglow.journey.ReplayingEvents;
import dev.afterglow.journey.ReplayingEvents.Replay;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One event that came in, and telling the engine of it again. */
@RestController
class ReceivedApi {

    private static final int LONGEST_REASON = 300;

    private final ReceivedEvents events;
    private final ReplayingEvents replaying;

    ReceivedApi(ReceivedEvents events, ReplayingEvents replaying) {
        this.events = events;
        this.replaying = replaying;
    }

    record Answer(
            String id,
            String sender,
            String senderEventId,
            String type,
            String subject,
            @Nullable String orderId,
            @Nullable String customerId,
            String outcome,
            @Nullable String reason,
            Instant occurredAt,
            Instant receivedAt,
            @Nullable Instant publishedAt,
            int repeats,
            @Nullable Instant repeatedAt,
            List<Replay> replays) {}

    /** Such as {@code {"why": "The engine was away"}}. */
    record Asked(@Nullable String why) {}

    record Queued(String id, String became) {}

    @GetMapping("/api/events/{id}")
    Answer show(@PathVariable String id) {
        ReceivedEvent event = events.find(id).orElseThrow(() -> unknown(id));
        return new Answer(
                event.id(),
                event.sender(),
                event.senderEventId(),
                event.type(),
                event.subject(),
                event.orderId(),
                event.customerId(),
                event.outcome(),
                event.reason(),
                event.occurredAt(),
                event.receivedAt(),
                event.publishedAt(),
                event.repeats(),
                event.repeatedAt(),
                replaying.of(id));
    }

    @PostMapping("/api/events/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued replay(@PathVariable String id, @RequestBody Asked asked, Principal program) {
        String why = asked.why() == null ? "" : asked.why().strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new NotUnderstood("\"why\" must say why, in at most " + LONGEST_REASON + " characters.");
        }
        return switch (replaying.replay(id, program.getName(), why)) {
            case QUEUED -> new Queued(id, "queued");
            case UNKNOWN -> throw unknown(id);
            case WAITS_ALREADY -> throw conflict("This event is on its way to the engine already.");
            case NOT_FOR_JOURNEYS -> throw conflict("No journey may hear of this event.");
        };
    }

    private static NotKnown unknown(String id) {
        return new NotKnown("No event with the id \"" + id + "\" is known.");
    }

    private static ErrorResponseException conflict(String detail) {
        return new ErrorResponseException(
                HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail), null);
    }
}
