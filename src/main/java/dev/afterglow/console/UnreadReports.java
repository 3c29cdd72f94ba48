package dev.afterglow.console;

import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that arrived in a rush and have not been understood yet. */
@Repository
class UnreadReports {

    private static final int SHOWN = 20;
    private static final String STUCK = """
            select id, sender, received_at, failure from arrivals where failed_at is not null order by seq limit ?
            """;

    /** One that could not be understood; it is tried again by itself. */
    record Stuck(String id, String sender, Instant receivedAt, String failure) {}

    /**
     * All of them.
     *
     * @param many how many will be understood in a moment
     * @param stuck the oldest that could not be
     */
    record Unread(long many, List<Stuck> stuck) {}

    private final JdbcClient jdbc;

    UnreadReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Unread now() {
        long many = jdbc.sql("select count(*) from arrivals where failed_at is null")
                .query(Long.class)
                .single();
        List<Stuck> stuck = jdbc.sql(STUCK)
                .param(SHOWN)
                .query((row, number) -> new Stuck(
                        row.getString("id"),
                        row.getString("sender"),
                        Instants.required(row, "received_at"),
                        row.getString("failure")))
                .list();
        return new Unread(many, stuck);
    }
}
