package dev.afterglow.journey;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All instances that must end from outside; each is asked for until the engine has answered. */
@Repository
public class Cancellations {

    private static final String ASK = """
            insert into cancellations (instance_key, run_id, customer_id, reason, asked_at, due_at, attempts)
            select instance_key, id, customer_id, :reason, :now, :now, 0 from runs
            where state = 'running' and (customer_id in (:customers) or order_id in (:orders))
            on conflict do nothing
            """;
    private static final String DUE = """
            select instance_key, asked_at, attempts, outcome, done_at from cancellations
            where due_at <= ? order by due_at, instance_key limit ? for update skip locked
            """;
    private static final String LEASE =
            "update cancellations set due_at = ?, attempts = attempts + 1 where instance_key = ?";
    private static final String DONE =
            "update cancellations set due_at = null, outcome = ?, done_at = ? where instance_key = ?";
    private static final String OF_CUSTOMERS = """
            select instance_key, asked_at, attempts, outcome, done_at from cancellations
            where customer_id in (:customers) order by asked_at, instance_key
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Cancellations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that were asked for these customers, oldest first. */
    public List<Cancellation> ofCustomers(Collection<String> customers) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("customers", customers)
                .query(Cancellations::cancellation)
                .list();
    }

    /** Asks for the end of every run of these that is on its way. */
    @Transactional
    int ask(Collection<String> customers, Collection<String> orders, String reason) {
        return jdbc.sql(ASK)
                .param("reason", reason)
                .param("now", Instants.param(clock.instant()))
                .param("customers", customers)
                .param("orders", orders)
                .update();
    }

    /** Takes up to so many that are due, and keeps them from others for so long. */
    @Transactional
    List<Cancellation> take(int limit, Duration lease) {
        Instant now = clock.instant();
        List<Cancellation> due = jdbc.sql(DUE)
                .params(Instants.param(now), limit)
                .query(Cancellations::cancellation)
                .list();
        due.forEach(one -> jdbc.sql(LEASE)
                .params(Instants.param(now.plus(lease)), one.instanceKey())
                .update());
        return due;
    }

    /** The engine has answered: nothing is left to do. */
    @Transactional
    void done(long instanceKey, String outcome) {
        jdbc.sql(DONE)
                .params(outcome, Instants.param(clock.instant()), instanceKey)
                .update();
    }

    /** The engine did not answer: again after this pause. */
    @Transactional
    void later(long instanceKey, Duration pause) {
        jdbc.sql("update cancellations set due_at = ? where instance_key = ? and done_at is null")
                .params(Instants.param(clock.instant().plus(pause)), instanceKey)
                .update();
    }

    private static Cancellation cancellation(ResultSet row, int number) throws SQLException {
        return new Cancellation(
                row.getLong("instance_key"),
                Instants.required(row, "asked_at"),
                row.getInt("attempts"),
                row.getString("outcome"),
                Instants.optional(row, "done_at"));
    }
}
