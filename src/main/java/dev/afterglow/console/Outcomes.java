package dev.afterglow.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of many orders, in three queries however many they are. */
@Repository
class Outcomes {

    private static final String EVENTS = """
            select order_id, outcome, reason, p.published_at from (
              select order_id, outcome, reason, seq,
                row_number() over (partition by order_id order by seq desc) as place
              from events where order_id in (:orders)) latest left join publications p on p.event_seq = latest.seq
            where place = 1
            """;
    private static final String RUNS = """
            select order_id, coalesce(name, journey) as journey, state, reason from (
              select r.order_id, r.journey, d.name, r.state, r.reason,
                row_number() over (partition by r.order_id order by r.entered_at desc, r.id desc) as place
              from runs r left join deployments d on d.journey = r.journey and d.version = r.version
              where r.order_id in (:orders)) latest
            where place = 1
            """;
    private static final String MESSAGES = """
            select order_id, template, status, reason from (
              select order_id, template, status, reason,
                row_number() over (partition by order_id order by decided_at desc, id desc) as place
              from messages where order_id in (:orders)) latest
            where place = 1
            """;

    @FunctionalInterface
    private interface Reading {
        Outcome of(ResultSet row) throws SQLException;
    }

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By order id: the last message if there is one, else the last run, else the last event. */
    Map<String, Outcome> of(List<String> orders) {
        Map<String, Outcome> outcomes = new HashMap<>();
        if (orders.isEmpty()) {
            return outcomes;
        }
        read(
                EVENTS,
                orders,
                outcomes,
                row -> Outcome.ofEvent(
                        row.getString("outcome"), row.getString("reason"), row.getTimestamp("published_at") != null));
        read(
                RUNS,
                orders,
                outcomes,
                row -> Outcome.ofRun(row.getString("journey"), row.getString("state"), row.getString("reason")));
        read(
                MESSAGES,
                orders,
                outcomes,
                row -> Outcome.ofMessage(row.getString("template"), row.getString("status"), row.getString("reason")));
        return outcomes;
    }

    private void read(String sql, List<String> orders, Map<String, Outcome> into, Reading reading) {
        jdbc.sql(sql).param("orders", orders).query(row -> {
            into.put(row.getString("order_id"), reading.of(row));
        });
    }
}
