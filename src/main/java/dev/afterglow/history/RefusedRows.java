package dev.afterglow.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.Row;
import dev.afterglow.history.file.Rows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Writes what was refused: line, column and reason, and beside them what stands there as long as the file is here, under
 * our own names of the columns, so that it can be mended and imported.
 */
@Service
public class RefusedRows {

    private static final Column[] COLUMNS = Column.values();

    private final Refusals refusals;
    private final UploadedFiles files;

    RefusedRows(Refusals refusals, UploadedFiles files) {
        this.refusals = refusals;
        this.files = files;
    }

    /** Where something stands in a file. */
    private record Place(long line, int item) {}

    /** Writes all of them as CSV. */
    public void write(Import one, OutputStream out) throws IOException {
        Map<Place, List<Refused>> places = new LinkedHashMap<>();
        refusals.each(
                one.id(),
                refused -> places.computeIfAbsent(new Place(refused.line(), refused.item()), place -> new ArrayList<>())
                        .add(refused));
        try (CsvWriter csv =
                CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            if (Files.exists(files.path(one.id()))) {
                csv.writeRecord(Stream.concat(
                                Stream.of("refused line", "refused column", "refused because"),
                                Stream.of(COLUMNS).map(Column::word))
                        .toList());
                withRows(one, places, csv);
            } else {
                csv.writeRecord("refused line", "refused column", "refused because");
                places.values().forEach(all -> all.forEach(refused -> csv.writeRecord(said(refused))));
            }
        }
    }

    private void withRows(Import one, Map<Place, List<Refused>> places, CsvWriter csv) throws IOException {
        try (Rows rows = Rows.of(files.path(one.id()), one.manner().format())) {
            while (rows.hasNext()) {
                Row row = rows.next();
                for (Refused refused : places.getOrDefault(new Place(row.line(), row.item()), List.of())) {
                    csv.writeRecord(Stream.concat(
                                    said(refused).stream(), Stream.of(COLUMNS).map(column -> text(row, column)))
                            .toList());
                }
            }
        }
    }

    private static List<String> said(Refused refused) {
        return List.of(
                String.valueOf(refused.line()),
                refused.column(),
                refused.wholeRow() ? refused.reason() : refused.reason() + " (only this was left out)");
    }

    private static String text(Row row, Column column) {
        String text = row.text(column);
        return text == null ? "" : text;
    }
}
