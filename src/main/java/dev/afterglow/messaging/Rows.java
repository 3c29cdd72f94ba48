package dev.afterglow.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the ledger's table and its records. */
final class Rows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("id"),
                Status.of(row.getString("status")),
                row.getString("reason"),
                Purpose.of(row.getString("purpose")),
                envelope(row),
                Instants.required(row, "decided_at"),
                Instants.optional(row, "not_before"),
                Instants.optional(row, "leased_until"),
                Instants.optional(row, "handed_over_at"),
                row.getInt("attempt"),
                row.getInt("resends"));
    }

    /** From subject to rendered_at. */
    static List<@Nullable Object> words(@Nullable Envelope envelope) {
        if (envelope == null) {
            return Arrays.asList(new @Nullable Object[6]);
        }
        Rendered words = envelope.words();
        return Arrays.asList(
                words.subject(),
                words.html(),
                words.plain(),
                words.fields().isEmpty() ? null : json(words.fields()),
                envelope.unsubscribe(),
                Instants.param(envelope.date()));
    }

    private static @Nullable Envelope envelope(ResultSet row) throws SQLException {
        Instant writtenAt = Instants.optional(row, "rendered_at");
        if (writtenAt == null) {
            return null;
        }
        Rendered words = new Rendered(
                text(row, "subject"), text(row, "html"), text(row, "plain"), fields(row.getString("fields")));
        return new Envelope(
                row.getString("id"),
                text(row, "recipient"),
                words,
                Purpose.of(row.getString("purpose")),
                text(row, "locale"),
                writtenAt,
                row.getString("unsubscribe"));
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static Map<String, String> fields(@Nullable String json) throws SQLException {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("the column fields does not hold what we wrote", e);
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
