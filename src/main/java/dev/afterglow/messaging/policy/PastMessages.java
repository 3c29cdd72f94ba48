package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Topic;
import dev.afterglow.sql.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger says about a customer's other messages. */
@Repository
class PastMessages {

    /** What should have left by now and did not is not waited for longer than this. */
    private static final Duration OVERDUE = Duration.ofHours(1);

    private static final String MARKETING = """
            select coalesce(sent_at, handed_over_at, rendered_at, decided_at) as at from messages
            where customer_id = ? and id <> ? and purpose = 'marketing'
              and status in ('reserved', 'handed-over', 'accepted', 'uncertain', 'resolved')
              and coalesce(sent_at, handed_over_at, rendered_at, decided_at) > ?
            order by at desc
            """;
    private static final String ALIVE = """
            select count(*) from messages
            where customer_id = ? and template = ? and occasion = ? and id <> ? and status not in ('silent', 'rejected')
            """;
    private static final String WAITING = """
            select topic, not_before from messages
            where customer_id = ? and id <> ? and purpose = 'marketing' and status = 'deferred'
              and reason in ('frequency-cap', 'quiet-hours') and not_before > ? and not_before < ?
            """;

    private final JdbcClient jdbc;

    PastMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When marketing left, or was about to, newest first. */
    List<Instant> marketing(String customerId, String exceptId, Instant since) {
        return jdbc.sql(MARKETING)
                .params(customerId, exceptId, Instants.param(since))
                .query((row, number) -> Instants.required(row, "at"))
                .list();
    }

    /** Whether these words for this occasion are sent or wanted by another row. */
    boolean isAlive(String customerId, String template, String occasion, String exceptId) {
        return jdbc.sql(ALIVE)
                        .params(customerId, template, occasion, exceptId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** When the last of the earlier topics' messages is due that waits for a moment of the coming window. */
    Optional<Instant> waitingAhead(String customerId, String exceptId, Topic topic, Instant now, Duration window) {
        record Waiting(Topic topic, Instant notBefore) {}
        return jdbc
                .sql(WAITING)
                .params(customerId, exceptId, Instants.param(now.minus(OVERDUE)), Instants.param(now.plus(window)))
                .query((row, number) ->
                        new Waiting(Topic.of(row.getString("topic")), Instants.required(row, "not_before")))
                .list()
                .stream()
                .filter(waiting -> waiting.topic().compareTo(topic) < 0)
                .map(Waiting::notBefore)
                .max(Instant::compareTo);
    }
}
