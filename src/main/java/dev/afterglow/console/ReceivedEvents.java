package dev.afterglow.console;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All events that came in, to be found again by whatever is known of them. */
@Repository
class ReceivedEvents {

    static final int PAGE = 50;
    // why: nobody turns a thousand pages by hand, and the database would walk them all.
    static final int LAST_PAGE = 200;

    private static final String SELECT = """
            select e.seq, e.id, e.sender, e.sender_event_id, e.type, e.subject, e.order_id, o.number, e.customer_id,
              e.outcome, e.reason, e.occurred_at, e.received_at, p.published_at, e.repeats, e.repeated_at,
              e.body <> '' as has_body, e.body_purged_at
            from events e left join orders o on o.id = e.order_id left join publications p on p.event_seq = e.seq
            """;

    private static final String REPLAYABLE = """
             and e.subject <> '' and (e.outcome = 'refused' or (e.outcome = 'accepted'
               and exists (select 1 from publications p where p.event_seq = e.seq)))
            """;

    /** Some events of many. */
    record Page(List<ReceivedEvent> rows, int number, boolean more) {}

    /**
     * Those that the engine can be told again.
     *
     * @param ids oldest first
     * @param more whether there are more than these
     */
    record Replayable(List<String> ids, boolean more) {}

    private final JdbcClient jdbc;
    private final ReceivedSearch search;
    private final Times times;

    ReceivedEvents(JdbcClient jdbc, ReceivedSearch search, Times times) {
        this.jdbc = jdbc;
        this.search = search;
        this.times = times;
    }

    /** The latest first. */
    Page page(ReceivedFilter filter, int number) {
        int page = Math.clamp(number, 1, LAST_PAGE);
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(filter, params);
        List<ReceivedEvent> found = jdbc.sql(SELECT + where + " order by e.seq desc limit :limit offset :offset")
                .params(params)
                .param("limit", PAGE + 1)
                .param("offset", (page - 1) * PAGE)
                .query(ReceivedEvents::event)
                .list();
        boolean more = found.size() > PAGE && page < LAST_PAGE;
        return new Page(found.subList(0, Math.min(PAGE, found.size())), page, more);
    }

    Optional<ReceivedEvent> find(String id) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id)
                .query(ReceivedEvents::event)
                .optional();
    }

    /** What the sender told; empty when it was not kept, or not for so long. */
    String body(long seq) {
        return jdbc.sql("select body from events where seq = ?")
                .param(seq)
                .query(String.class)
                .single();
    }

    /**
     * What of these the engine can be told again.
     *
     * @param until the newest that counts, by its number
     */
    Replayable replayable(ReceivedFilter filter, long until, int most) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(filter, params);
        List<String> ids = jdbc.sql("select e.id from events e " + where + REPLAYABLE
                        + " and e.seq <= :until order by e.seq limit :limit")
                .params(params)
                .param("until", until)
                .param("limit", most + 1)
                .query(String.class)
                .list();
        return new Replayable(ids.subList(0, Math.min(most, ids.size())), ids.size() > most);
    }

    /** The number of the event that came in last; zero when none did. */
    long latest() {
        return jdbc.sql("select coalesce(max(seq), 0) from events")
                .query(Long.class)
                .single();
    }

    private String where(ReceivedFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("where 1 = 1");
        narrow(where, params, "e.sender = :sender", "sender", filter.sender());
        narrow(where, params, "e.type = :type", "type", filter.type());
        narrow(where, params, "e.reason = :reason", "reason", filter.reason());
        narrow(
                where,
                params,
                "e.order_id in (:order)",
                "order",
                filter.order() == null ? null : search.orders(filter.order()));
        if (filter.outcome() != null) {
            boolean repeated = filter.outcome().equals("repeated");
            narrow(
                    where,
                    params,
                    repeated ? "e.repeats >= :outcome" : "e.outcome = :outcome",
                    "outcome",
                    repeated ? 1 : filter.outcome());
        }
        filter.date().ifPresent(day -> {
            narrow(where, params, "e.received_at >= :from", "from", Instants.param(times.at(day.atStartOfDay())));
            narrow(
                    where,
                    params,
                    "e.received_at < :to",
                    "to",
                    Instants.param(times.at(day.plusDays(1).atStartOfDay())));
        });
        narrow(where, params, "e.seq in (:q)", "q", filter.q() == null ? null : search.events(filter.q()));
        return where.toString();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            params.put(name, value);
        }
    }

    private static ReceivedEvent event(ResultSet row, int number) throws SQLException {
        return new ReceivedEvent(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("sender"),
                row.getString("sender_event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("order_id"),
                row.getString("number"),
                row.getString("customer_id"),
                row.getString("outcome"),
                row.getString("reason"),
                Instants.required(row, "occurred_at"),
                Instants.required(row, "received_at"),
                Instants.optional(row, "published_at"),
                row.getInt("repeats"),
                Instants.optional(row, "repeated_at"),
                row.getBoolean("has_body"),
                Instants.optional(row, "body_purged_at"));
    }
}
