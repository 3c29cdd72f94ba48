package dev.afterglow.history;

import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Format;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between the table of imports and its record. */
final class ImportRows {

    static final String SELECT = """
            select id, name, size, fingerprint, shop, encoding, cell_separator, cell_quote, column_names, zone, currency,
              date_order, dry_run, state, reason, unused, rows_all, rows_read, rows_taken, rows_known, rows_refused,
              asked_by, asked_at, began_at, began_row, ended_at
            from imports
            """;

    // why: one name is one line here, and PostgreSQL takes no NUL; names are compared without either.
    private static final Pattern UNFIT = Pattern.compile("\\R|\\x00");

    private ImportRows() {}

    /** The columns from shop to dry_run. */
    static List<@Nullable Object> manner(Manner manner) {
        Format format = manner.format();
        String columns = format.columns().entrySet().stream()
                .map(said -> fit(said.getKey()) + "\t" + said.getValue())
                .collect(Collectors.joining("\n"));
        return Arrays.asList(
                manner.shop().name(),
                format.encoding(),
                format.separator() == null ? null : format.separator().toString(),
                String.valueOf(format.quote()),
                columns,
                manner.zone().getId(),
                manner.currency(),
                manner.dates() == null ? null : manner.dates().word(),
                manner.dryRun());
    }

    /** What a file holds, in one line that every database takes. */
    static String fit(String text) {
        return UNFIT.matcher(text).replaceAll(" ");
    }

    /** As much of it as there is room for. */
    static String shortened(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getString("id"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("fingerprint"),
                manner(row),
                ImportState.of(row.getString("state")),
                row.getString("reason"),
                row.getString("unused").lines().toList(),
                row.getObject("rows_all", Long.class),
                row.getLong("rows_read"),
                row.getLong("rows_taken"),
                row.getLong("rows_known"),
                row.getLong("rows_refused"),
                row.getString("asked_by"),
                Instants.required(row, "asked_at"),
                Instants.optional(row, "began_at"),
                row.getLong("began_row"),
                Instants.optional(row, "ended_at"));
    }

    private static Manner manner(ResultSet row) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        row.getString("column_names").lines().forEach(line -> {
            int tab = line.lastIndexOf('\t');
            columns.put(line.substring(0, tab), line.substring(tab + 1));
        });
        String separator = row.getString("cell_separator");
        String dates = row.getString("date_order");
        return new Manner(
                new ShopKey(row.getString("shop")),
                new Format(
                        row.getString("encoding"),
                        separator == null ? null : separator.charAt(0),
                        row.getString("cell_quote").charAt(0),
                        columns),
                ZoneId.of(row.getString("zone")),
                row.getString("currency"),
                dates == null ? null : DateOrder.of(dates),
                row.getBoolean("dry_run"));
    }
}
