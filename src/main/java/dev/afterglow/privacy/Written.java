package dev.afterglow.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.afterglow.sql.Instants;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of columns stand in an export: money and long numbers as exact text, instants as ISO 8601 in UTC. */
final class Written {

    private Written() {}

    /** The name of a column as a name in JSON. */
    static String name(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    static @Nullable Object read(ResultSet row, String column) throws SQLException {
        int index = row.findColumn(column);
        return switch (row.getMetaData().getColumnType(index)) {
            // why: PostgreSQL's driver gives both its kinds of timestamp this type; all of ours have a zone.
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Instants.optional(row, column);
            case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(index);
            case Types.BOOLEAN, Types.BIT -> row.getObject(index, Boolean.class);
            case Types.INTEGER, Types.SMALLINT -> row.getObject(index, Integer.class);
            default -> row.getString(index);
        };
    }

    static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case BigDecimal amount -> json.writeString(exact(amount));
            case Instant instant -> json.writeString(instant.toString());
            default -> json.writeString(value.toString());
        }
    }

    private static String exact(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), 2)).toPlainString();
    }
}
