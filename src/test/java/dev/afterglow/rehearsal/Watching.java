package dev.afterglow.rehearsal;

import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.rehearsal.Entry.Kind;
import dev.afterglow.support.Case;
import dev.afterglow.support.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what is new for one person, each time it is asked. */
final class Watching {

    private static final int MOST = 90;

    private final Stage stage;
    private final Role role;
    private final String person;
    private final Set<String> journeys;
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * For one person.
     *
     * @param journeys the process ids of the journeys that are looked at
     */
    Watching(Stage stage, Role role, String person, Set<String> journeys) {
        this.stage = stage;
        this.role = role;
        this.person = person;
        this.journeys = journeys;
    }

    /** Everything so far. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Somebody outside does this now. */
    void happens(String what) {
        entries.add(Entry.happens(stage.now(), what));
    }

    /** Looks what is new. */
    void look() {
        Instant now = stage.now();
        stage.room(Events.class).ofCustomer(person).stream()
                .filter(event -> seen.add(event.id()))
                .forEach(event -> event(event, now));
        List<Run> runs = runs();
        runs.stream()
                .filter(run -> run.state() == Run.State.DECLINED && seen.add(run.id()))
                .forEach(run -> entries.add(Entry.ofJourney(now, Kind.DECLINED, run.reason())));
        messages(now);
        stage.room(Cases.class).openOf(person).stream()
                .filter(one -> one.reason() != null && seen.add(one.id()))
                .map(Case::reason)
                .forEach(reason -> entries.add(Entry.ofJourney(now, Kind.CASE, reason)));
        runs.stream()
                .filter(run -> run.state() == Run.State.ENDED && seen.add(run.id()))
                .forEach(run -> entries.add(Entry.ofJourney(now, Kind.ENDS, run.reason())));
    }

    private void event(RecordedEvent event, Instant now) {
        if (event.type().equals("birthday.due")) {
            entries.add(Entry.happens(now, event.type()));
        } else if (event.outcome() == RecordedEvent.Outcome.IGNORED) {
            entries.add(Entry.ofJourney(now, Kind.IGNORED, event.reason()));
        }
    }

    private List<Run> runs() {
        Runs runs = stage.room(Runs.class);
        Map<String, Run> all = new LinkedHashMap<>();
        Stream.concat(runs.ofCustomer(person).stream(), runs.ofOrder(role.orderId()).stream())
                .filter(run -> journeys.contains(run.journey()))
                .forEach(run -> all.putIfAbsent(run.id(), run));
        return List.copyOf(all.values());
    }

    private void messages(Instant now) {
        Messages messages = stage.room(Messages.class);
        Map<String, Message> all = new LinkedHashMap<>();
        Stream.concat(messages.ofCustomer(person).stream(), messages.ofOrder(role.orderId()).stream())
                .filter(message -> journeys.contains(message.journey()))
                .forEach(message -> all.putIfAbsent(message.id(), message));
        all.values().stream()
                .filter(message -> seen.add(message.id() + message.status()))
                .filter(message -> !wentElsewhere(message, all.values()))
                .forEach(message -> entry(message, now));
    }

    // why: who has no phone gets the e-mail instead; that is no silence.
    private static boolean wentElsewhere(Message message, Iterable<Message> all) {
        if (message.status() != Message.Status.SILENT) {
            return false;
        }
        for (Message other : all) {
            if (!other.channel().equals(message.channel())
                    && other.businessKey().equals(message.businessKey())
                    && other.step().equals(message.step())
                    && other.occasion().equals(message.occasion())) {
                return true;
            }
        }
        return false;
    }

    private void entry(Message message, Instant now) {
        switch (message.status()) {
            case ACCEPTED -> entries.add(of(message, now, Kind.SENT));
            case SILENT, REJECTED -> entries.add(of(message, now, Kind.SILENT));
            case DEFERRED -> entries.add(of(message, now, Kind.WAITS));
            default -> {}
        }
    }

    /** The subject; where a channel has none, how the text begins. */
    private @Nullable String heading(Message message) {
        if (message.subject() != null && !message.subject().isBlank()) {
            return message.subject();
        }
        String text = stage.room(Messages.class)
                .plain(message.id())
                .orElse("")
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? null : text.length() <= MOST ? text : text.substring(0, MOST) + " …";
    }

    private Entry of(Message message, Instant now, Kind kind) {
        boolean sent = kind == Kind.SENT;
        return new Entry(
                now,
                kind,
                message.template(),
                message.step(),
                message.channel(),
                sent ? heading(message) : null,
                sent
                        ? null
                        : Objects.requireNonNullElse(
                                message.reason(), message.status().word()),
                kind == Kind.WAITS ? message.notBefore() : null);
    }
}
