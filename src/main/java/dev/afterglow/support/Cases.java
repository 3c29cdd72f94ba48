package dev.afterglow.support;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All cases: matters a customer opened and somebody closes, whatever is told first. */
@Repository
public class Cases {

    private static final String KNOW = "insert into cases (id, customer_id) values (?, ?) on conflict do nothing";
    private static final String OPENED = """
            update cases set opened_at = case when opened_at is null or opened_at < ? then ? else opened_at end
            where id = ?
            """;
    private static final String CLOSED = """
            update cases set closed_at = case when closed_at is null or closed_at < ? then ? else closed_at end
            where id = ?
            """;
    private static final String SETTLE = """
            update cases set is_open = (opened_at is not null and (closed_at is null or closed_at < opened_at))
            where id = ?
            """;
    private static final String OPEN = "select count(*) from cases where customer_id = ? and is_open = true";
    private static final String SELECT = """
            select id, customer_id, order_id, reason, opened_at, due_at, is_open, closed_at, outcome, owner,
              reminded_for, escalated_for
            from cases
            """;
    private static final String OPEN_ONCE = """
            insert into cases (id, customer_id, order_id, reason, opened_at, due_at, is_open)
            values (?, ?, ?, ?, ?, ?, true) on conflict do nothing
            """;
    private static final String GIVE = """
            update cases set owner = ?
            where id = ? and is_open = true and coalesce(owner, '') = ? and coalesce(owner, '') <> ?
            """;
    private static final String CLOSE = """
            update cases set is_open = false, closed_at = ?, closed_by = ?, outcome = ? where id = ? and is_open = true
            """;
    private static final String REOPEN = """
            update cases set is_open = true, opened_at = ?, due_at = ?, closed_at = null, closed_by = null,
              outcome = null, reminded_for = null, escalated_for = null
            where id = ? and is_open = false and opened_at is not null
            """;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case with this id, once it was opened. */
    public Optional<Case> find(String id) {
        return jdbc.sql(SELECT + "where id = ? and opened_at is not null")
                .param(id)
                .query(Cases::one)
                .optional();
    }

    /** This customer waits for an answer since then; told again later, the case is open once more. */
    @Transactional
    public void opened(String id, String customerId, Instant at) {
        tell(OPENED, id, customerId, at);
    }

    /** It was answered. */
    @Transactional
    public void closed(String id, String customerId, Instant at) {
        tell(CLOSED, id, customerId, at);
    }

    /** What this customer waits for, oldest first. */
    public List<Case> openOf(String customerId) {
        return jdbc.sql(SELECT + "where customer_id = ? and is_open = true order by opened_at, id")
                .param(customerId)
                .query(Cases::one)
                .list();
    }

    /** Whether this customer waits for an answer. */
    public boolean isOpen(String customerId) {
        return jdbc.sql(OPEN).param(customerId).query(Long.class).single() > 0;
    }

    /** Opens a case; once it is there, nothing changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean open(
            String id,
            String customerId,
            @Nullable String orderId,
            @Nullable String reason,
            Instant at,
            Instant dueAt) {
        return jdbc.sql(OPEN_ONCE)
                        .params(id, customerId)
                        .param(orderId)
                        .param(reason)
                        .params(Instants.param(at), Instants.param(dueAt))
                        .update()
                == 1;
    }

    /** Gives an open case to somebody, if whoever has it now is the one that was seen; empty for nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean give(String id, String to, String seen) {
        return jdbc.sql(GIVE).params(to, id, seen, to).update() == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean due(String id, Instant dueAt) {
        return jdbc.sql("update cases set due_at = ? where id = ? and is_open = true")
                        .params(Instants.param(dueAt), id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean close(String id, CaseOutcome outcome, String by, Instant at) {
        return jdbc.sql(CLOSE)
                        .params(Instants.param(at), by, outcome.word(), id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean reopen(String id, Instant at, Instant dueAt) {
        return jdbc.sql(REOPEN)
                        .params(Instants.param(at), Instants.param(dueAt), id)
                        .update()
                == 1;
    }

    /** Notes that its people were called about this deadline, if that is still its deadline and they were not yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean called(String id, Calling why, Instant dueAt) {
        var due = Instants.param(dueAt);
        String column = why == Calling.REMINDER ? "reminded_for" : "escalated_for";
        return jdbc.sql("update cases set %1$s = ? where id = ? and due_at = ? and (%1$s is null or %1$s <> ?)"
                                .formatted(column))
                        .params(due, id, due, due)
                        .update()
                == 1;
    }

    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql("update cases set customer_id = ? where customer_id = ?")
                .params(merge.stayed(), merge.merged())
                .update();
    }

    private void tell(String sql, String id, String customerId, Instant at) {
        var when = Instants.param(at);
        jdbc.sql(KNOW).params(id, customerId).update();
        jdbc.sql(sql).params(when, when, id).update();
        jdbc.sql(SETTLE).param(id).update();
    }

    private static Case one(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("order_id"),
                row.getString("reason"),
                Instants.required(row, "opened_at"),
                Instants.optional(row, "due_at"),
                row.getBoolean("is_open"),
                Instants.optional(row, "closed_at"),
                CaseOutcome.of(row.getString("outcome")).orElse(null),
                row.getString("owner"),
                Instants.optional(row, "reminded_for"),
                Instants.optional(row, "escalated_for"));
    }
}
