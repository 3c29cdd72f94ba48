package dev.afterglow.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was not taken of files, by line. */
@Repository
public class Refusals {

    private static final String INSERT = """
            insert into import_refusals (import_id, line, item, column_name, reason, whole_row)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String OF = """
            select line, item, column_name, reason, whole_row from import_refusals where import_id = ?
            order by line, item, column_name
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Refusals(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The first ones of an import. */
    public List<Refused> of(String importId, int most) {
        return jdbc.sql(OF + " limit ?")
                .params(importId, most)
                .query(Refusals::refused)
                .list();
    }

    /** All of an import, one after the other. */
    void each(String importId, Consumer<Refused> reader) {
        batches.query(OF, (RowCallbackHandler) row -> reader.accept(refused(row, 0)), importId);
    }

    /** Keeps them, in the transaction of the rows beside them. */
    void add(String importId, List<Refused> refused) {
        batches.batchUpdate(
                INSERT,
                refused.stream()
                        .map(one -> new Object[] {
                            importId, one.line(), one.item(), one.column(), one.reason(), one.wholeRow()
                        })
                        .toList());
    }

    private static Refused refused(ResultSet row, int number) throws SQLException {
        return new Refused(
                row.getLong("line"),
                row.getInt("item"),
                row.getString("column_name"),
                row.getString("reason"),
                row.getBoolean("whole_row"));
    }
}
