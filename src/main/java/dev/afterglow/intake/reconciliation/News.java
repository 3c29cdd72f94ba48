package dev.afterglow.intake.reconciliation;

import dev.afterglow.intake.Told;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knows what of a pulled order nobody has told us yet. */
@Component
class News {

    private static final Set<String> TELL_ALL =
            Set.of("order.created", "order.paid", "order.updated", "order.cancelled", "order.fulfilled");

    private final Events events;

    News(Events events) {
        this.events = events;
    }

    /**
     * What is left of it.
     *
     * @param told the order as it is now, then every step it has taken
     */
    List<Told> of(List<Told> told) {
        if (told.isEmpty()) {
            return told;
        }
        Told now = told.getFirst();
        List<RecordedEvent> known = events.ofOrder(now.shop().own(now.subject()));
        Set<String> types = known.stream().map(RecordedEvent::type).collect(Collectors.toSet());
        boolean isAsNew = known.stream()
                .filter(event -> TELL_ALL.contains(event.type()))
                .anyMatch(event -> !event.occurredAt().isBefore(now.occurredAt()));
        return Stream.concat(
                        Stream.of(now).filter(order -> !isAsNew),
                        told.stream().skip(1).filter(step -> !types.contains(step.type())))
                .toList();
    }
}
