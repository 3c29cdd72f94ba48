package dev.afterglow.history.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong together.
 *
 * @param order what they have in common; null for one that names no order
 * @param end how many rows of the file come before the next group
 */
public record Group(@Nullable String order, List<Row> rows, long end) {}
