package dev.afterglow.history.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The rows of a file, one after the other; JSON lines when it begins with a brace, CSV otherwise. */
public interface Rows extends Iterator<Row>, Closeable {

    /** Columns nobody knows; what stands in them is not used. */
    List<String> unknown();

    /** Opens a file at its first row. */
    static Rows of(Path path, Format format) throws IOException {
        BufferedReader text = Source.of(path, format.encoding()).open();
        try {
            String beginning = Beginning.of(text).stripLeading();
            if (beginning.isEmpty()) {
                throw new Unreadable("The file is empty.");
            }
            return beginning.startsWith("{") ? new JsonRows(text, format) : new CsvRows(text, beginning, format);
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            throw unreadable;
        }
    }
}
