package dev.afterglow.history.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with one JSON object in each line: an order line, a customer, or an order with its lines in an
 * array. Names within names count together: {@code customer.email} is "customer email".
 */
final class JsonRows implements Rows {

    private static final Set<String> LINES = Set.of("lines", "lineitems", "items", "orderlines");
    private static final int LONGEST = 1 << 20;

    private final BufferedReader text;
    private final Header header;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Deque<Row> ready = new ArrayDeque<>();
    private long line;

    JsonRows(BufferedReader text, Format format) {
        this.text = text;
        this.header = new Header(format.columns());
    }

    @Override
    public boolean hasNext() {
        try {
            while (ready.isEmpty()) {
                String next = nextLine();
                if (next == null) {
                    return false;
                }
                line++;
                if (!next.isBlank()) {
                    read(next);
                }
            }
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }

    @Override
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private @Nullable String nextLine() throws IOException {
        StringBuilder read = new StringBuilder();
        int one = text.read();
        if (one < 0) {
            return null;
        }
        while (one >= 0 && one != '\n') {
            read.append((char) one);
            if (read.length() > LONGEST) {
                throw new Unreadable("Line %d is longer than a million characters.".formatted(line + 1));
            }
            one = text.read();
        }
        return read.toString();
    }

    private void read(String json) {
        try {
            JsonNode object = Json.read(json.getBytes(StandardCharsets.UTF_8));
            if (!object.isObject()) {
                throw Refusal.wrongShape("no object");
            }
            take(object);
        } catch (Refusal refusal) {
            ready.add(Row.broken(line, "is not one JSON object"));
        }
    }

    private void take(JsonNode object) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<JsonNode> lines = new ArrayList<>();
        object.properties().forEach(field -> {
            if (field.getValue().isArray() && LINES.contains(Column.plain(field.getKey()))) {
                field.getValue().forEach(lines::add);
            } else {
                fill(cells, field.getKey(), field.getValue());
            }
        });
        if (lines.isEmpty()) {
            ready.add(new Row(line, 0, cells, null));
        }
        for (JsonNode inner : lines) {
            Map<Column, String> all = new EnumMap<>(cells);
            inner.properties().forEach(field -> fillLine(all, field.getKey(), field.getValue()));
            ready.add(new Row(line, ready.size(), all, null));
        }
    }

    // why: in a line of an order, "id", "name" and "number" are the line's, not the order's.
    private void fillLine(Map<Column, String> cells, String name, JsonNode value) {
        switch (Column.plain(name)) {
            case "id" -> put(cells, Column.LINE_ID, value);
            case "name" -> put(cells, Column.TITLE, value);
            default -> fill(cells, name, value);
        }
    }

    private void fill(Map<Column, String> cells, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(inner -> fill(cells, name + " " + inner.getKey(), inner.getValue()));
            return;
        }
        header.of(name).ifPresentOrElse(column -> put(cells, column, value), () -> unknown.add(name));
    }

    private static void put(Map<Column, String> cells, Column column, JsonNode value) {
        if (value.isNumber()) {
            cells.put(column, value.decimalValue().toPlainString());
        } else if (value.isValueNode() && !value.isNull()) {
            cells.put(column, value.asText());
        }
    }
}
