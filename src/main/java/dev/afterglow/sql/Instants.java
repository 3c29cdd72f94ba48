package dev.afterglow.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instants in and out of "timestamp with time zone" columns: neither driver takes them as they are. */
public final class Instants {

    private Instants() {}

    /** The instant as a statement parameter. */
    public static @Nullable Timestamp param(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** The instant in a column that may be null. */
    public static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** The instant in a column that is never null. */
    public static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(optional(row, column), column);
    }
}
