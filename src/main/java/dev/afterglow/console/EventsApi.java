package dev.afterglow.console;

import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What senders told about an order or a customer. */
@RestController
class EventsApi {

    private final Events events;

    EventsApi(Events events) {
        this.events = events;
    }

    record Answer(List<OneEvent> events) {}

    record OneEvent(
            String id,
            String sender,
            String type,
            String subject,
            String outcome,
            @Nullable String reason,
            Instant occurredAt,
            Instant receivedAt,
            @Nullable Instant publishedAt) {}

    @GetMapping("/api/events")
    Answer list(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String customer) {
        List<RecordedEvent> found = About.oneOf(order, customer).list(events::ofOrder, events::ofCustomer);
        return new Answer(found.stream().map(EventsApi::event).toList());
    }

    private static OneEvent event(RecordedEvent event) {
        return new OneEvent(
                event.id(),
                event.sender(),
                event.type(),
                event.subject(),
                event.outcome().word(),
                event.reason(),
                event.occurredAt(),
                event.receivedAt(),
                event.publishedAt());
    }
}
