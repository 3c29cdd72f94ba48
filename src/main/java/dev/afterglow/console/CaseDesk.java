package dev.afterglow.console;

import dev.afterglow.sql.Instants;
import dev.afterglow.support.CaseOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of cases, as those who see to them look at it. */
@Repository
class CaseDesk {

    static final int MOST = 100;

    private static final String ROWS = """
            select c.id, c.reason, c.customer_id, p.first_name, p.last_name, p.email, c.order_id, o.number, c.owner,
              c.opened_at, c.due_at, c.is_open, c.closed_at, c.closed_by, c.outcome
            from cases c left join customers p on p.id = c.customer_id left join orders o on o.id = c.order_id
            where
            """;
    private static final String COUNTS = """
            select count(*) as everything, count(*) filter (where owner = ?) as mine,
              count(*) filter (where owner is null) as unowned, count(*) filter (where due_at <= ?) as overdue
            from cases where is_open = true
            """;
    private static final String FIRST_DUE = " order by c.due_at nulls last, c.opened_at, c.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which cases are looked at. */
    enum Which {
        OPEN,
        MINE,
        UNOWNED,
        OVERDUE,
        CLOSED;

        /** The word in the page's address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Which of(String word) {
            return Arrays.stream(values())
                    .filter(which -> which.word().equals(word))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    /** How many open cases there are. */
    record Counts(long everything, long mine, long unowned, long overdue) {}

    /**
     * One case.
     *
     * @param why as a sentence
     * @param who the customer's name; empty when it is not known
     * @param order what people call the order
     * @param outcome how it ended; empty while it is open, and when nobody said
     */
    record Row(
            String id,
            String why,
            String who,
            @Nullable String order,
            @Nullable String owner,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            String outcome,
            boolean late) {}

    Counts counts(String me) {
        return jdbc.sql(COUNTS)
                .params(me, Instants.param(clock.instant()))
                .query((row, number) -> new Counts(
                        row.getLong("everything"), row.getLong("mine"), row.getLong("unowned"), row.getLong("overdue")))
                .single();
    }

    /** The first due first; of closed ones, the last closed. */
    List<Row> rows(Which which, String me) {
        return switch (which) {
            case OPEN -> rows("c.is_open = true" + FIRST_DUE);
            case MINE -> rows("c.is_open = true and c.owner = ?" + FIRST_DUE, me);
            case UNOWNED -> rows("c.is_open = true and c.owner is null" + FIRST_DUE);
            case OVERDUE -> rows("c.is_open = true and c.due_at <= ?" + FIRST_DUE, Instants.param(clock.instant()));
            case CLOSED ->
                rows("c.is_open = false and c.opened_at is not null order by c.closed_at desc nulls last, c.id");
        };
    }

    private List<Row> rows(String where, @Nullable Object... parameters) {
        return jdbc.sql(ROWS + where + " limit ?")
                .params(parameters)
                .param(MOST)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Instant due = Instants.optional(row, "due_at");
        boolean open = row.getBoolean("is_open");
        String order = row.getString("number");
        return new Row(
                row.getString("id"),
                CaseWords.why(row.getString("reason")),
                PlainWords.name(row.getString("first_name"), row.getString("last_name"), row.getString("email")),
                order == null ? row.getString("order_id") : order,
                row.getString("owner"),
                Instants.required(row, "opened_at"),
                due,
                open ? null : Instants.optional(row, "closed_at"),
                open ? "" : CaseWords.ended(CaseOutcome.of(row.getString("outcome"))),
                open && due != null && !clock.instant().isBefore(due));
    }
}
