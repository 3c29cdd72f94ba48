package dev.afterglow.journey;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Events on their way to the engine. Only the oldest event of each subject can be taken, so those of one order leave
 * one after the other; what is taken is leased, so that several replicas can share the work.
 */
@Repository
class Outbox {

    private static final String HEADS = """
            select event_seq, event_id, type, subject, order_id, customer_id, routing,
              coalesce(message_id, event_id) as message_id
            from outbox o
            where (leased_until is null or leased_until < ?)
              and not exists (select 1 from outbox p where p.subject = o.subject and p.event_seq < o.event_seq)
            order by event_seq limit ? for update skip locked
            """;
    private static final String LEASE = "update outbox set leased_until = :until where event_seq in (:events)";
    // why: a taken lease can have run out, and another replica have carried the same.
    private static final String PUBLISHED = """
            insert into publications (event_seq, published_at)
            select event_seq, cast(:now as timestamp with time zone) from outbox where event_seq in (:events) on conflict do nothing
            """;
    private static final String REMOVE_ALL = "delete from outbox where event_seq in (:events)";
    private static final String REFUSED = "update events set outcome = 'refused', reason = ? where seq = ?";
    private static final String REMOVE = "delete from outbox where event_seq = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes up to so many events for so long. */
    @Transactional
    List<WaitingEvent> take(int limit, Duration lease) {
        Instant now = clock.instant();
        List<WaitingEvent> heads = jdbc.sql(HEADS)
                .params(Instants.param(now), limit)
                .query(Outbox::event)
                .list();
        lease(heads, now.plus(lease));
        return heads;
    }

    /** These have been taken by the engine. */
    @Transactional
    void published(List<WaitingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(PUBLISHED)
                .param("now", Instants.param(clock.instant()))
                .param("events", numbers(events))
                .update();
        jdbc.sql(REMOVE_ALL).param("events", numbers(events)).update();
    }

    /** The engine will never take this one; the next of its subject may go. */
    @Transactional
    void refused(WaitingEvent event, String reason) {
        jdbc.sql(REFUSED).params(reason, event.eventSeq()).update();
        jdbc.sql(REMOVE).param(event.eventSeq()).update();
    }

    /** Not now: whoever comes next may take them. */
    @Transactional
    void release(List<WaitingEvent> events) {
        lease(events, null);
    }

    private void lease(List<WaitingEvent> events, @Nullable Instant until) {
        if (!events.isEmpty()) {
            jdbc.sql(LEASE)
                    .param("until", Instants.param(until))
                    .param("events", numbers(events))
                    .update();
        }
    }

    private static List<Long> numbers(List<WaitingEvent> events) {
        return events.stream().map(WaitingEvent::eventSeq).toList();
    }

    /** How many wait. */
    long size() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    /** When the oldest that waits came in. */
    Optional<Instant> oldest() {
        return jdbc.sql("select received_at from events where seq = (select min(event_seq) from outbox)")
                .query((row, number) -> Instants.required(row, "received_at"))
                .optional();
    }

    private static WaitingEvent event(ResultSet row, int number) throws SQLException {
        return new WaitingEvent(
                row.getLong("event_seq"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("order_id"),
                row.getString("customer_id"),
                Routing.of(row.getString("routing")),
                row.getString("message_id"));
    }
}
