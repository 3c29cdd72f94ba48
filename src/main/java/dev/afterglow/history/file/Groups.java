package dev.afterglow.history.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, order by order. Rows that stand apart from their order come with its first. */
public final class Groups implements Iterator<Group>, Closeable {

    private final Rows rows;
    private final Map<String, List<Row>> scattered;
    private @Nullable Row next;
    private long read;

    private Groups(Rows rows, Survey survey) {
        this.rows = rows;
        this.scattered = new HashMap<>(survey.scattered());
    }

    /** Opens a file after so many of its rows. */
    public static Groups of(Path path, Format format, Survey survey, long after) throws IOException {
        Groups groups = new Groups(Rows.of(path, format), survey);
        groups.advance();
        while (groups.read < after && groups.hasNext()) {
            groups.next();
        }
        return groups;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The next group; one without rows where they came before. */
    @Override
    public Group next() {
        Row first = next;
        if (first == null) {
            throw new NoSuchElementException();
        }
        String order = first.order();
        List<Row> together = new ArrayList<>();
        do {
            together.add(next);
            read++;
            advance();
        } while (order != null && next != null && order.equals(next.order()));
        if (order == null || !scattered.containsKey(order)) {
            return new Group(order, together, read);
        }
        List<Row> all = scattered.put(order, List.of());
        return new Group(order, all == null ? List.of() : all, read);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
