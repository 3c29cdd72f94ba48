package dev.afterglow.messaging.channel;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries on their way; several replicas take from it without waiting for one another. */
@Repository
class WebhookQueue {

    private static final String INSERT = """
            insert into webhook_deliveries
              (id, message_id, endpoint, recipient, payload, status, attempts, created_at, next_at)
            values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?) on conflict do nothing
            """;
    private static final String DUE = """
            select id, endpoint, payload, attempts from webhook_deliveries d
            where status = 'waiting' and next_at <= :now and endpoint in (:endpoints)
              and not exists (select 1 from webhook_endpoints e where e.name = d.endpoint and e.disabled_at is not null)
            order by next_at, id limit :most for update skip locked
            """;
    private static final String TAKE =
            "update webhook_deliveries set attempts = attempts + 1, next_at = ? where id = ?";
    private static final String SETTLE = """
            update webhook_deliveries set status = ?, settled_at = ?, next_at = coalesce(?, next_at), last_trouble = ?
            where id = ? and attempts = ? and status = 'waiting'
            """;
    private static final String FAILING =
            "update webhook_endpoints set failing_since = coalesce(failing_since, ?) where name = ?";
    private static final String DISABLE =
            "update webhook_endpoints set disabled_at = ?, reason = ? where name = ? and disabled_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One that is due.
     *
     * @param attempt which one this is, from 1
     */
    record Due(String id, String endpoint, String payload, int attempt) {}

    /** Lays one in; a second one of the same message for the same endpoint changes nothing. */
    void add(String id, Envelope envelope, String endpoint, String payload) {
        var now = Instants.param(clock.instant());
        jdbc.sql(INSERT)
                .params(id, envelope.id(), endpoint, envelope.to(), payload, now, now)
                .update();
    }

    /** Takes some that are due for so long. */
    @Transactional
    List<Due> take(Collection<String> endpoints, int most, Duration lease) {
        Instant now = clock.instant();
        List<Due> due = jdbc.sql(DUE)
                .param("now", Instants.param(now))
                .param("endpoints", endpoints)
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getString("id"),
                        row.getString("endpoint"),
                        row.getString("payload"),
                        row.getInt("attempts") + 1))
                .list();
        due.forEach(one ->
                jdbc.sql(TAKE).params(Instants.param(now.plus(lease)), one.id()).update());
        return due;
    }

    /** It is there, and its endpoint works. */
    @Transactional
    void delivered(Due due) {
        settle(due, "delivered", null, null);
        jdbc.sql("update webhook_endpoints set failing_since = null where name = ? and failing_since is not null")
                .param(due.endpoint())
                .update();
    }

    /** It is not there; without a next time it is given up. */
    void failed(Due due, String trouble, Optional<Instant> next) {
        settle(due, next.isPresent() ? "waiting" : "given-up", next.orElse(null), trouble);
    }

    /** Notes that an endpoint fails; says since when. */
    @Transactional
    Instant failing(String endpoint) {
        jdbc.sql("insert into webhook_endpoints (name) values (?) on conflict do nothing")
                .param(endpoint)
                .update();
        jdbc.sql(FAILING).params(Instants.param(clock.instant()), endpoint).update();
        return jdbc.sql("select failing_since from webhook_endpoints where name = ?")
                .param(endpoint)
                .query((row, number) -> Instants.required(row, "failing_since"))
                .single();
    }

    /** Nothing goes there any more until somebody enables it; true when this was news. */
    boolean disable(String endpoint, String reason) {
        return jdbc.sql(DISABLE)
                        .params(Instants.param(clock.instant()), reason, endpoint)
                        .update()
                == 1;
    }

    /** Takes out what was settled before that time. */
    void forgetSettledBefore(Instant time) {
        jdbc.sql("delete from webhook_deliveries where status <> 'waiting' and settled_at < ?")
                .param(Instants.param(time))
                .update();
    }

    private void settle(Due due, String status, @Nullable Instant next, @Nullable String trouble) {
        jdbc.sql(SETTLE)
                .param(status)
                .param(status.equals("waiting") ? null : Instants.param(clock.instant()))
                .param(Instants.param(next))
                .param(trouble)
                .params(due.id(), due.attempt())
                .update();
    }
}
