package dev.afterglow.journey;

import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.RecordedEvent.Outcome;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened, once. */
@Repository
public class Events {

    private static final String COLUMNS = """
            id, sender, type, subject, order_id, customer_id, outcome, reason, occurred_at, received_at,
              (select p.published_at from publications p where p.event_seq = events.seq) as published_at
            """;
    // why: one "or" instead of two queries makes H2 read the whole table for every event that comes in.
    private static final String FIND_DUPLICATE = """
            select id from events where sender = ? and sender_event_id = ?
            union all
            select id from events where sender = ? and content_hash = ?
            limit 1
            """;
    private static final String INSERT = """
            insert into events (id, sender, sender_event_id, content_hash, type, subject, order_id, customer_id,
              outcome, reason, body, occurred_at, received_at, body_since, routing)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String INSERT_OUTBOX = """
            insert into outbox (event_seq, event_id, type, subject, order_id, customer_id, routing)
            select seq, id, type, subject, order_id, customer_id, routing from events where id = ?
            """;

    private static final String HEARD =
            "select id from events where order_id = ? and type = ? and outcome = 'accepted' limit 1";
    private static final String JOIN = """
            update events set outcome = 'kept', reason = 'came-early', customer_id = ?
            where order_id = ? and outcome = 'waiting'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher announcements;

    Events(JdbcClient jdbc, Clock clock, ApplicationEventPublisher announcements) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.announcements = announcements;
    }

    /** The recording of this sender's event, or of the same content under another id, if there is one; counts that it came again. */
    public Optional<Recording> duplicateOf(String sender, String senderEventId, String contentHash) {
        return jdbc.sql(FIND_DUPLICATE)
                .params(sender, senderEventId, sender, contentHash)
                .query(String.class)
                .optional()
                .map(this::repeated);
    }

    private Recording repeated(String id) {
        jdbc.sql("update events set repeats = repeats + 1, repeated_at = ? where id = ?")
                .params(Instants.param(clock.instant()), id)
                .update();
        return new Recording("duplicate", id, null);
    }

    /**
     * Keeps an event and queues it for the engine, in the caller's transaction.
     *
     * @return what became of it; a duplicate changes nothing, except that it is counted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording record(Event event) {
        return record(event, Routing.NONE);
    }

    /** The same, with facts journeys decide their way by. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording record(Event event, Routing routing) {
        return record(newId(), clock.instant(), event, routing);
    }

    /** The same, of an event that was given an id of ours when it came in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording record(String id, Instant receivedAt, Event event) {
        return record(id, receivedAt, event, Routing.NONE);
    }

    /** An id for an event; later ones are greater. */
    public static String newId() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }

    private Recording record(String id, Instant receivedAt, Event event, Routing routing) {
        if (!insert(id, receivedAt, event, routing)) {
            return duplicateOf(event.sender(), event.senderEventId(), event.contentHash())
                    .orElseThrow();
        }
        if (event.outcome() == Outcome.ACCEPTED) {
            jdbc.sql(INSERT_OUTBOX).param(id).update();
            announcements.publishEvent(new EventQueued(id));
        }
        return new Recording(event.outcome().word(), id, event.reason());
    }

    /** Whether journeys were to hear of such an event about this order before. */
    public boolean heard(String type, String orderId) {
        return !jdbc.sql(HEARD).params(orderId, type).query(String.class).list().isEmpty();
    }

    /** The order that reports waited for is known now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(String orderId, @Nullable String customerId) {
        jdbc.sql(JOIN).params(customerId, orderId).update();
    }

    /** What these reports waited for turned out to be about that order, which may itself still be unknown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(List<String> eventIds, String orderId) {
        for (String id : eventIds) {
            jdbc.sql("update events set order_id = ? where id = ?")
                    .params(orderId, id)
                    .update();
        }
    }

    /** All events of one order, oldest first. */
    public List<RecordedEvent> ofOrder(String orderId) {
        return jdbc.sql("select " + COLUMNS + " from events where order_id = ? order by seq")
                .param(orderId)
                .query(Events::event)
                .list();
    }

    /** All events of one customer, oldest first. */
    public List<RecordedEvent> ofCustomer(String customerId) {
        return jdbc.sql("select " + COLUMNS + " from events where customer_id = ? order by seq")
                .param(customerId)
                .query(Events::event)
                .list();
    }

    /** What was one customer's is from now on the other's. */
    public void handOver(String fromCustomer, String toCustomer) {
        for (String table : List.of("events", "outbox")) {
            jdbc.sql("update " + table + " set customer_id = ? where customer_id = ?")
                    .params(toCustomer, fromCustomer)
                    .update();
        }
    }

    private boolean insert(String id, Instant receivedAt, Event event, Routing routing) {
        var received = Instants.param(receivedAt);
        return jdbc.sql(INSERT)
                        .param(id)
                        .param(event.sender())
                        .param(event.senderEventId())
                        .param(event.contentHash())
                        .param(event.type())
                        .param(event.subject())
                        .param(event.orderId())
                        .param(event.customerId())
                        .param(event.outcome().word())
                        .param(event.reason())
                        .param(event.body())
                        .param(Instants.param(event.occurredAt()))
                        .param(received)
                        .param(event.body().isEmpty() ? null : received)
                        .param(routing.text())
                        .update()
                == 1;
    }

    private static RecordedEvent event(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getString("id"),
                row.getString("sender"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("order_id"),
                row.getString("customer_id"),
                Outcome.of(row.getString("outcome")),
                row.getString("reason"),
                Instants.required(row, "occurred_at"),
                Instants.required(row, "received_at"),
                Instants.optional(row, "published_at"));
    }
}
