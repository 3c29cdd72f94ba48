package dev.afterglow.customer;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All that was ever said about consent; only added to. */
@Repository
public class Consents {

    // why: of two things said at the same moment, the no counts.
    private static final String LOG = """
            select channel, topic, state, source, wording, evidence, at from consents where customer_id = ?
            order by at, case state when 'withdrawn' then 1 else 0 end, seq
            """;
    private static final String INSERT = """
            insert into consents (customer_id, channel, topic, state, source, wording, evidence, at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Clock clock;

    Consents(JdbcClient jdbc, Customers customers, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Keeps what a customer said. Holds the customer first, so that a message being decided about meanwhile either sees
     * it or was reserved before it. Of somebody we do not know (any more) nothing is kept; the same said twice is kept once.
     */
    @Transactional
    public void record(String customerId, Consent consent) {
        customers.hold(customerId).map(Customer::id).ifPresent(id -> {
            if (!history(id).contains(consent)) {
                add(id, consent);
            }
        });
    }

    /** What counts now on this channel for this topic; empty when nothing was ever said. */
    public Optional<Consent> current(String customerId, String channel, Topic topic) {
        return current(customerId).stream()
                .filter(consent -> consent.channel().equals(channel) && consent.topic() == topic)
                .findFirst();
    }

    /** What counts now, one for each channel and topic anything was said about. */
    public List<Consent> current(String customerId) {
        Map<String, Consent> latest = new LinkedHashMap<>();
        for (Consent said : history(customerId)) {
            latest.compute(said.channel() + " " + said.topic(), (key, before) -> said.after(before));
        }
        return List.copyOf(latest.values());
    }

    /** All that was said, in the order it was said. */
    public List<Consent> history(String customerId) {
        return jdbc.sql(LOG)
                .param(customers.stayed(customerId))
                .query(Consents::consent)
                .list();
    }

    private void add(String customerId, Consent consent) {
        jdbc.sql(INSERT)
                .params(
                        customerId,
                        consent.channel(),
                        consent.topic().word(),
                        consent.state().word(),
                        consent.source(),
                        consent.wording(),
                        consent.evidence(),
                        Instants.param(consent.at()),
                        Instants.param(clock.instant()))
                .update();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getString("channel"),
                Topic.of(row.getString("topic")),
                Consent.State.of(row.getString("state")),
                row.getString("source"),
                row.getString("wording"),
                row.getString("evidence"),
                Instants.required(row, "at"));
    }
}
