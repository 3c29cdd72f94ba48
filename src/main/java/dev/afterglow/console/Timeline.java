package dev.afterglow.console;

import dev.afterglow.console.Happening.OrderLink;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened around one order or one customer, newest first: events, journeys and messages, sent or not. */
@Repository
class Timeline {

    static final int LATEST = 100;

    private static final String EVENTS = """
            select e.id, e.type, e.sender, e.order_id, o.number, e.outcome, e.reason, e.occurred_at, e.received_at,
              p.published_at, e.repeats,
              case when e.type = 'parcel.scanned' then (select min(s.status) from scans s
                join parcels c on s.name in (concat('shipment:', c.shipment_id), c.number_name)
                where c.order_id = e.order_id and s.at = e.occurred_at) end as seen
            from events e left join orders o on o.id = e.order_id
              left join publications p on p.event_seq = e.seq
            where e.%s = ? order by e.seq desc limit ?
            """;
    private static final String RUNS = """
            select coalesce(d.name, r.journey) as journey, r.version, r.order_id, o.number, r.state, r.reason,
              r.entered_at, r.ended_at
            from runs r left join deployments d on d.journey = r.journey and d.version = r.version
              left join orders o on o.id = r.order_id
            where r.%s = ? order by r.entered_at desc, r.id desc limit ?
            """;
    private static final String MESSAGES = """
            select m.id, m.order_id, o.number, m.channel, m.template, m.subject, m.status, m.reason,
              coalesce(m.sent_at, m.decided_at) as at, (m.html is not null or m.plain is not null) as rendered
            from messages m left join orders o on o.id = m.order_id
            where m.%s = ? order by m.decided_at desc, m.id desc limit ?
            """;
    // why: that a message is on its way, was opened or clicked says little; its own page lists that too.
    private static final String CAME_BACK = """
            select p.kind, p.hard, p.provider, p.occurred_at, p.message_id, m.template, m.order_id, o.number
            from provider_events p left join messages m on m.id = p.message_id left join orders o on o.id = m.order_id
            where %s = ? and p.kind in
              ('delivered', 'bounced', 'rejected', 'complained', 'unsubscribed', 'subscribed', 'inbound')
            order by p.occurred_at desc, p.id desc limit ?
            """;

    private final JdbcClient jdbc;
    private final Times times;

    Timeline(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    List<Happening> ofOrder(String order) {
        return of("order_id", "m.order_id", order);
    }

    List<Happening> ofCustomer(String customer) {
        return of("customer_id", "p.customer_id", customer);
    }

    private List<Happening> of(String column, String cameBack, String id) {
        List<Happening> all = new ArrayList<>(read(EVENTS, column, id, this::event));
        read(RUNS, column, id, Timeline::run).forEach(all::addAll);
        all.addAll(read(MESSAGES, column, id, Timeline::message));
        all.addAll(read(CAME_BACK, cameBack, id, Timeline::cameBack));
        all.sort(Comparator.comparing(Happening::at)
                .thenComparingInt(Happening::rank)
                .reversed());
        return all.subList(0, Math.min(LATEST, all.size()));
    }

    private <T> List<T> read(String sql, String column, String id, RowMapper<T> row) {
        return jdbc.sql(sql.formatted(column)).params(id, LATEST).query(row).list();
    }

    private Happening event(ResultSet row, int number) throws SQLException {
        return new Report(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("seen"),
                        row.getString("sender"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        Instants.required(row, "occurred_at"),
                        Instants.required(row, "received_at"),
                        row.getTimestamp("published_at") != null,
                        row.getInt("repeats"))
                .happening(order(row), times);
    }

    private static List<Happening> run(ResultSet row, int number) throws SQLException {
        return Happening.run(
                Instants.required(row, "entered_at"),
                Instants.optional(row, "ended_at"),
                row.getString("journey"),
                row.getInt("version"),
                row.getString("state"),
                row.getString("reason"),
                order(row));
    }

    private static Happening message(ResultSet row, int number) throws SQLException {
        return Happening.message(
                Instants.required(row, "at"),
                row.getString("template"),
                row.getString("channel"),
                row.getString("status"),
                row.getString("subject"),
                row.getString("reason"),
                order(row),
                row.getBoolean("rendered") ? row.getString("id") : null);
    }

    private static Happening cameBack(ResultSet row, int number) throws SQLException {
        return Happening.cameBack(
                Instants.required(row, "occurred_at"),
                Kind.of(row.getString("kind")),
                row.getBoolean("hard"),
                row.getString("provider"),
                row.getString("template"),
                order(row),
                row.getString("message_id"));
    }

    private static @Nullable OrderLink order(ResultSet row) throws SQLException {
        String id = row.getString("order_id");
        String number = row.getString("number");
        return id == null ? null : new OrderLink(id, number == null ? id : number);
    }
}
