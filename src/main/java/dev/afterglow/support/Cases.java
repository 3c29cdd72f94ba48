package dev.afterglow.support;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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
    private static final String OPEN = """
            select count(*) from cases
            where customer_id = ? and opened_at is not null and (closed_at is null or closed_at < opened_at)
            """;

    private static final String OPEN_OF = """
            select id, reason, order_id, opened_at, due_at from cases
            where customer_id = ? and opened_at is not null and (closed_at is null or closed_at < opened_at)
            order by opened_at, id
            """;
    private static final String OPEN_ONCE = """
            insert into cases (id, customer_id, order_id, reason, opened_at, due_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String CLOSE = """
            update cases set closed_at = ?, closed_by = ?
            where id = ? and customer_id = ? and opened_at is not null and (closed_at is null or closed_at < opened_at)
            """;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Opens a case that a journey wants; once it is there, nothing changes. */
    @Transactional
    public void open(String id, String customerId, @Nullable String orderId, String reason, Instant at, Instant dueAt) {
        jdbc.sql(OPEN_ONCE)
                .params(id, customerId)
                .param(orderId)
                .params(reason, Instants.param(at), Instants.param(dueAt))
                .update();
    }

    /**
     * Somebody here has seen to it.
     *
     * @return false when there is no such open case
     */
    @Transactional
    public boolean close(String id, String customerId, String by, Instant at) {
        return jdbc.sql(CLOSE).params(Instants.param(at), by, id, customerId).update() == 1;
    }

    /** What this customer waits for, oldest first. */
    public List<Case> openOf(String customerId) {
        return jdbc.sql(OPEN_OF)
                .param(customerId)
                .query((row, number) -> new Case(
                        row.getString("id"),
                        row.getString("reason"),
                        row.getString("order_id"),
                        Instants.required(row, "opened_at"),
                        Instants.optional(row, "due_at")))
                .list();
    }

    /** Whether this customer waits for an answer. */
    public boolean isOpen(String customerId) {
        return jdbc.sql(OPEN).param(customerId).query(Long.class).single() > 0;
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
    }
}
