package dev.afterglow.messaging;

import com.fasterxml.uuid.Generators;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that came back about messages, once. */
@Repository
public class ProviderEvents {

    private static final int LONGEST_DETAIL = 2000;
    private static final String INSERT = """
            insert into provider_events (id, provider, provider_event_id, kind, reason, hard, channel, address,
              customer_id, message_id, provider_message_id, detail, occurred_at, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String SELECT = """
            select provider, provider_event_id, kind, reason, hard, channel, address, message_id, provider_message_id,
              detail, occurred_at
            from provider_events
            """;
    private static final String COUNT = """
            select count(*) from provider_events
            where kind = ? and received_at > ? and channel = ? and (hard or kind <> 'bounced')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps it.
     *
     * @param customerId whom it is about, if that is known
     * @return false when it was told before: then nothing changed
     */
    boolean record(ProviderEvent event, @Nullable String customerId) {
        return jdbc.sql(INSERT)
                        .param(Generators.timeBasedEpochGenerator().generate().toString())
                        .param(event.provider())
                        .param(event.id())
                        .param(event.kind().word())
                        .param(event.reason() == null ? null : event.reason().word())
                        .param(event.hard())
                        .param(event.channel())
                        .param(event.address())
                        .param(customerId)
                        .param(event.messageId())
                        .param(event.providerMessageId())
                        .param(shortened(event.detail()))
                        .param(Instants.param(event.at()))
                        .param(Instants.param(clock.instant()))
                        .update()
                == 1;
    }

    /** The report with this provider's id. */
    Optional<ProviderEvent> find(String provider, String id) {
        return jdbc.sql(SELECT + " where provider = ? and provider_event_id = ?")
                .params(provider, id)
                .query(ProviderEvents::event)
                .optional();
    }

    /** What came back about one message, oldest first. */
    public List<ProviderEvent> ofMessage(String messageId) {
        return jdbc.sql(SELECT + " where message_id = ? order by occurred_at, id")
                .param(messageId)
                .query(ProviderEvents::event)
                .list();
    }

    /** What came back about or from one customer, oldest first. */
    public List<ProviderEvent> ofCustomer(String customerId) {
        return jdbc.sql(SELECT + " where customer_id = ? order by occurred_at, id")
                .param(customerId)
                .query(ProviderEvents::event)
                .list();
    }

    /** Takes out what is personal about one customer; that something happened stays. */
    public void forget(String customerId) {
        jdbc.sql("update provider_events set address = null, detail = null, customer_id = null where customer_id = ?")
                .param(customerId)
                .update();
    }

    /** Of two customers who are one, everything belongs to the one who stays. */
    @EventListener
    void follow(CustomersMerged two) {
        jdbc.sql("update provider_events set customer_id = ? where customer_id = ?")
                .params(two.stayed(), two.merged())
                .update();
    }

    /** How many of a kind came in since then by one channel; of bounces only the hard ones. */
    long count(Kind kind, String channel, Instant since) {
        return jdbc.sql(COUNT)
                .params(kind.word(), Instants.param(since), channel)
                .query(Long.class)
                .single();
    }

    // why: PostgreSQL takes no NUL in a text.
    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null
                ? null
                : detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())).replace("\u0000", "");
    }

    private static ProviderEvent event(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new ProviderEvent(
                row.getString("provider"),
                row.getString("provider_event_id"),
                Kind.of(row.getString("kind")),
                row.getString("channel"),
                row.getString("address"),
                row.getString("message_id"),
                row.getString("provider_message_id"),
                reason == null ? null : Reason.of(reason),
                row.getBoolean("hard"),
                row.getString("detail"),
                Instants.required(row, "occurred_at"));
    }
}
