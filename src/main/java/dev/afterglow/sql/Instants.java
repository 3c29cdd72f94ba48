package dev.afterglow.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Instants in and out of "timestamp with time zone" columns. As times with an offset, because that is what both drivers
 * take: as java.sql.Timestamp, H2 loses the hour that comes twice in autumn wherever clocks are set back.
 */
public final class Instants {

    private Instants() {}

    /** The instant as a statement parameter. */
    public static @Nullable OffsetDateTime param(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant in a column that may be null. */
    public static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The instant in a column that is never null. */
    public static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(optional(row, column), column);
    }
}
