package dev.afterglow.history.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order, or one customer, as it stands in the file.
 *
 * @param line the line it begins at, from 1
 * @param item which of several in that line, from 0; CSV has one in each
 * @param trouble why it cannot be read at all, or null
 */
public record Row(
        long line,
        int item,
        Map<Column, String> cells,
        @Nullable String trouble) {

    /** Empty cells are as good as none. */
    public Row {
        Map<Column, String> filled = new EnumMap<>(Column.class);
        cells.forEach((column, text) -> {
            String clean = text.replace("\u0000", "").replace('\u00a0', ' ').strip();
            if (!clean.isEmpty()) {
                filled.put(column, clean);
            }
        });
        cells = Collections.unmodifiableMap(filled);
    }

    /** One that cannot be read. */
    static Row broken(long line, String trouble) {
        return new Row(line, 0, Map.of(), trouble);
    }

    /** What stands there; null when nothing. */
    public @Nullable String text(Column column) {
        return cells.get(column);
    }

    /** What the rows of one order have in common; null when the row names no order. */
    public @Nullable String order() {
        String number = cells.get(Column.ORDER_NUMBER);
        return number == null ? cells.get(Column.ORDER_ID) : number;
    }
}
