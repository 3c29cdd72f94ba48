package dev.afterglow.messaging;

import dev.afterglow.messaging.Message.Status;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All messages, for reading. */
@Repository
public class Messages {

    private static final String SELECT = """
            select id, journey, edition, business_key, step, occasion, customer_id, order_id, channel, transport, purpose, topic, template, locale,
              recipient, subject, status, reason, not_before, resends, decided_at, sent_at
            from messages
            """;

    // why: one that is looked at again by itself soon needs nobody; one left behind without its job does.
    private static final String UNCERTAIN = """
             where (status = 'uncertain' and not_before is null) or (status = 'handed-over' and leased_until < ?)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The message with this id. */
    public Optional<Message> find(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(Messages::message)
                .optional();
    }

    /** The message that a provider took under this id of its own. */
    public Optional<Message> takenAs(String providerId) {
        return jdbc.sql(SELECT + " where provider_id = ? order by decided_at desc limit 1")
                .param(providerId)
                .query(Messages::message)
                .optional();
    }

    /** How many a channel took since then. */
    long countSent(String channel, Instant since) {
        return jdbc.sql("select count(*) from messages where sent_at > ? and channel = ?")
                .params(Instants.param(since), channel)
                .query(Long.class)
                .single();
    }

    /** All messages about one order, oldest first. */
    public List<Message> ofOrder(String orderId) {
        return jdbc.sql(SELECT + " where order_id = ? order by decided_at, id")
                .param(orderId)
                .query(Messages::message)
                .list();
    }

    /** All messages to one customer, oldest first. */
    public List<Message> ofCustomer(String customerId) {
        return jdbc.sql(SELECT + " where customer_id = ? order by decided_at, id")
                .param(customerId)
                .query(Messages::message)
                .list();
    }

    /** Those that may or may not have left, oldest first, at most that many. */
    List<Message> uncertain(int most) {
        return jdbc.sql(SELECT + UNCERTAIN + " order by decided_at, id fetch first " + most + " rows only")
                .param(Instants.param(clock.instant()))
                .query(Messages::message)
                .list();
    }

    long countUncertain() {
        return jdbc.sql("select count(*) from messages" + UNCERTAIN)
                .param(Instants.param(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Which of a message's addresses were followed, and how often; the most often first. */
    public List<Visit> visits(String id) {
        return jdbc.sql("select url, visits from page_grants where message_id = ? and visits > 0 order by visits desc")
                .param(id)
                .query((row, number) -> new Visit(row.getString("url"), row.getInt("visits")))
                .list();
    }

    /** The rendered HTML part; empty when nothing was rendered. */
    public Optional<String> html(String id) {
        return text("select html from messages where id = ? and html is not null", id);
    }

    /** The rendered plain-text part; empty when nothing was rendered. */
    public Optional<String> plain(String id) {
        return text("select plain from messages where id = ? and plain is not null", id);
    }

    private Optional<String> text(String sql, String id) {
        return jdbc.sql(sql).param(id).query(String.class).optional();
    }

    static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("journey"),
                row.getString("edition"),
                row.getString("business_key"),
                row.getString("step"),
                row.getString("occasion"),
                row.getString("customer_id"),
                row.getString("order_id"),
                row.getString("channel"),
                row.getString("transport"),
                row.getString("purpose"),
                row.getString("topic"),
                row.getString("template"),
                row.getString("locale"),
                row.getString("recipient"),
                row.getString("subject"),
                Status.of(row.getString("status")),
                row.getString("reason"),
                Instants.optional(row, "not_before"),
                row.getInt("resends"),
                Instants.required(row, "decided_at"),
                Instants.optional(row, "sent_at"));
    }
}
