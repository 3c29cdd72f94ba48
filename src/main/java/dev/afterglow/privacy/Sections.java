package dev.afterglow.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The sections of one export: a person's rows of each table, with what belongs to each row inside it. */
class Sections {

    // why: a rendered mail has tens of kilobytes, so only so many are in memory at once.
    private static final int AT_ONCE = 50;

    /** Rows by the key of the row they belong to. */
    private record Children(Map<String, List<Map<String, @Nullable Object>>> rows) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonGenerator json;
    private final Map<String, Object> params;
    private final PersonalData data;

    Sections(DataSource source, JsonGenerator json, List<String> customers, PersonalData data) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.json = json;
        this.params = Map.of("customers", customers);
        this.data = data;
    }

    void write(Holding section) {
        try {
            if (section.one()) {
                writeOne(section);
            } else {
                writeAll(section);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeOne(Holding section) throws IOException {
        List<Map<String, @Nullable Object>> rows =
                jdbc.query(select(section, section.shown()), params, (row, number) -> values(section, row));
        json.writeFieldName(name(section));
        if (rows.isEmpty()) {
            json.writeNull();
        } else {
            writeObject(rows.getFirst());
        }
    }

    private void writeAll(Holding section) throws IOException {
        Map<Holding, Children> inside = new LinkedHashMap<>();
        data.under(section).forEach(child -> inside.put(child, children(child)));
        json.writeArrayFieldStart(name(section));
        jdbc.query(select(section, section.columns()), params, row -> {
            try {
                writeRow(values(section, row), belonging(inside, row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        json.writeEndArray();
    }

    /** What belongs to this row, by the name it has in it. */
    private static Map<String, List<Map<String, @Nullable Object>>> belonging(
            Map<Holding, Children> inside, ResultSet row) throws SQLException {
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        for (var child : inside.entrySet()) {
            String key =
                    row.getString(Objects.requireNonNull(child.getKey().under()).parent());
            rows.put(name(child.getKey()), child.getValue().rows().getOrDefault(key, List.of()));
        }
        return rows;
    }

    private void writeRow(Map<String, @Nullable Object> values, Map<String, List<Map<String, @Nullable Object>>> inside)
            throws IOException {
        json.writeStartObject();
        write(values);
        for (var child : inside.entrySet()) {
            json.writeArrayFieldStart(child.getKey());
            for (var row : child.getValue()) {
                writeObject(row);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeObject(Map<String, @Nullable Object> values) throws IOException {
        json.writeStartObject();
        write(values);
        json.writeEndObject();
    }

    private void write(Map<String, @Nullable Object> values) throws IOException {
        for (var value : values.entrySet()) {
            json.writeFieldName(value.getKey());
            Written.value(json, value.getValue());
        }
    }

    private Children children(Holding child) {
        String key = Objects.requireNonNull(child.under()).child();
        Map<String, List<Map<String, @Nullable Object>>> byParent = new HashMap<>();
        jdbc.query(select(child, child.columns()), params, row -> {
            byParent.computeIfAbsent(row.getString(key), any -> new ArrayList<>())
                    .add(values(child, row));
        });
        return new Children(byParent);
    }

    private static String name(Holding holding) {
        return Objects.requireNonNull(holding.section());
    }

    private static Map<String, @Nullable Object> values(Holding holding, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : holding.shown()) {
            values.put(Written.name(column), Written.read(row, column));
        }
        return values;
    }

    private static String select(Holding holding, List<String> columns) {
        return "select " + String.join(", ", columns) + " from " + holding.table() + " where " + holding.whose()
                + " order by " + holding.sorted();
    }
}
