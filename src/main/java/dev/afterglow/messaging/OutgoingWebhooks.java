package dev.afterglow.messaging;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All outgoing webhooks, as staff look at them: what is on its way, which endpoints fail, and sending again. */
@Repository
public class OutgoingWebhooks {

    private static final String SELECT = """
            select id, message_id, endpoint, status, attempts, created_at, next_at, settled_at, last_trouble
            from webhook_deliveries
            """;
    private static final String REPLAY =
            "update webhook_deliveries set status = 'waiting', attempts = 0, next_at = ?, settled_at = null ";
    private static final String ENABLE = """
            update webhook_endpoints set disabled_at = null, failing_since = null, reason = null
            where name = ? and disabled_at is not null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutgoingWebhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest, newest first. */
    public List<WebhookDelivery> latest(int most) {
        return jdbc.sql(SELECT + " order by created_at desc, id desc limit ?")
                .param(most)
                .query(OutgoingWebhooks::delivery)
                .list();
    }

    /** The delivery with this id. */
    public Optional<WebhookDelivery> find(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(OutgoingWebhooks::delivery)
                .optional();
    }

    /** Endpoints that fail or are disabled. */
    public List<WebhookEndpoint> inTrouble() {
        return jdbc.sql("select name, failing_since, disabled_at, reason from webhook_endpoints"
                        + " where failing_since is not null or disabled_at is not null order by name")
                .query((row, number) -> new WebhookEndpoint(
                        row.getString("name"),
                        Instants.optional(row, "failing_since"),
                        Instants.optional(row, "disabled_at"),
                        row.getString("reason")))
                .list();
    }

    /** Sends one again, under the same id; false when there is none. */
    public boolean replay(String id) {
        return jdbc.sql(REPLAY + " where id = ?").params(now(), id).update() == 1;
    }

    /**
     * Sends everything for an endpoint again that was written since then, under the same ids.
     *
     * @return how many
     */
    public int replaySince(String endpoint, Instant since) {
        return jdbc.sql(REPLAY + " where endpoint = ? and created_at >= ?")
                .params(now(), endpoint, Instants.param(since))
                .update();
    }

    /** Lets a disabled endpoint have what waits for it; false when it was not disabled. */
    public boolean enable(String endpoint) {
        return jdbc.sql(ENABLE).param(endpoint).update() == 1;
    }

    /**
     * Takes out all deliveries about a customer who is to be forgotten.
     *
     * @return how many there were
     */
    public int forget(String customerId) {
        return jdbc.sql("delete from webhook_deliveries where recipient = ?")
                .param(customerId)
                .update();
    }

    private Object now() {
        return Objects.requireNonNull(Instants.param(clock.instant()));
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getString("id"),
                row.getString("message_id"),
                row.getString("endpoint"),
                row.getString("status"),
                row.getInt("attempts"),
                Instants.required(row, "created_at"),
                Instants.required(row, "next_at"),
                Instants.optional(row, "settled_at"),
                row.getString("last_trouble"));
    }
}
