package dev.afterglow.history.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read; what is null is found out.
 *
 * @param encoding such as UTF-8 or windows-1252
 * @param separator between the cells of a CSV file
 * @param quote around cells that hold a separator
 * @param columns their names to ours
 */
public record Format(
        @Nullable String encoding, @Nullable Character separator, char quote, Map<String, String> columns) {

    /** Finds everything out. */
    public static final Format ANY = new Format(null, null, '"', Map.of());

    public Format {
        columns = Map.copyOf(columns);
    }
}
