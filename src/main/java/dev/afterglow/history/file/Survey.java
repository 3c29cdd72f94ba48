package dev.afterglow.history.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What was found out by reading a file once from end to end.
 *
 * @param dates in which order days and months stand; empty when no date says so
 * @param doubtful whether there are dates that may be read in two ways
 * @param scattered the rows of orders whose rows do not stand together, all of each order
 * @param unknown columns nobody knows
 */
public record Survey(
        long rows,
        Optional<DateOrder> dates,
        boolean doubtful,
        Map<String, List<Row>> scattered,
        List<String> unknown) {

    /** How many rows may stand apart from the others of their order. They are kept in memory. */
    static final int MOST_SCATTERED = 200_000;

    private static final List<Column> DATES = List.of(
            Column.PLACED_AT,
            Column.PAID_AT,
            Column.CANCELLED_AT,
            Column.UPDATED_AT,
            Column.SHIPPED_AT,
            Column.DELIVERED_AT,
            Column.BIRTHDAY);

    /** Reads the whole file; {@code alive} is called now and then. */
    public static Survey of(Path path, Format format, Runnable alive) throws IOException {
        Reading reading = new Reading();
        try (Rows rows = Rows.of(path, format)) {
            while (rows.hasNext()) {
                reading.take(rows.next());
                if (reading.rows % 20_000 == 0) {
                    alive.run();
                }
            }
            Set<Long> twice = reading.twice();
            Map<String, List<Row>> scattered = twice.isEmpty() ? Map.of() : collect(path, format, twice, alive);
            return new Survey(reading.rows, reading.dates(), reading.doubtful, scattered, rows.unknown());
        }
    }

    private static Map<String, List<Row>> collect(Path path, Format format, Set<Long> hashes, Runnable alive)
            throws IOException {
        Map<String, List<Row>> scattered = new HashMap<>();
        long read = 0;
        int many = 0;
        try (Rows rows = Rows.of(path, format)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String order = row.order();
                if (order != null && hashes.contains(hash(order))) {
                    scattered.computeIfAbsent(order, key -> new ArrayList<>()).add(row);
                    many++;
                }
                if (many > MOST_SCATTERED) {
                    throw new Unreadable(
                            "The rows of an order do not stand together in more than %,d places. Sort the file by order number."
                                    .formatted(MOST_SCATTERED));
                }
                if (++read % 20_000 == 0) {
                    alive.run();
                }
            }
        }
        return scattered;
    }

    private static long hash(String order) {
        CRC32 sum = new CRC32();
        sum.update(order.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return (sum.getValue() << 32) | (order.hashCode() & 0xffffffffL);
    }

    /** What is known so far. */
    private static final class Reading {

        private final Map<DateOrder, Long> votes = new EnumMap<>(DateOrder.class);
        private long[] orders = new long[1024];
        private int groups;
        private long rows;
        private boolean doubtful;
        private @Nullable String last;

        void take(Row row) {
            rows++;
            String order = row.order();
            if (order != null && !Objects.equals(order, last)) {
                orders = groups == orders.length ? Arrays.copyOf(orders, groups * 2) : orders;
                orders[groups++] = hash(order);
            }
            last = order;
            for (Column column : DATES) {
                String text = row.text(column);
                if (text != null) {
                    Moment.read(text).ifPresent(this::listen);
                }
            }
        }

        private void listen(Moment moment) {
            doubtful |= moment.doubtful() && moment.month() != moment.day();
            moment.says().ifPresent(order -> votes.merge(order, 1L, Long::sum));
        }

        /** Where most dates agree; single ones that do not are refused later. */
        Optional<DateOrder> dates() {
            return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }

        Set<Long> twice() {
            long[] sorted = Arrays.copyOf(orders, groups);
            Arrays.sort(sorted);
            Set<Long> twice = new HashSet<>();
            for (int i = 1; i < sorted.length; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    twice.add(sorted[i]);
                }
            }
            return twice;
        }
    }
}
