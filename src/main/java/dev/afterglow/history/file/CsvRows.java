package dev.afterglow.history.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The rows of a CSV file (RFC 4180) whose first line names the columns. */
final class CsvRows implements Rows {

    private static final String SEPARATORS = ",;\t|";

    // why: more than any order line needs; a quote that is opened and never closed would else swallow the file.
    private static final int LONGEST = 1 << 16;

    private final CloseableIterator<CsvRecord> records;
    private final int cells;
    private final Map<Integer, Column> places;
    private final List<String> unknown;
    private long line;

    CsvRows(BufferedReader text, String beginning, Format format) {
        records = CsvReader.builder()
                .fieldSeparator(format.separator() == null ? separator(beginning, format.quote()) : format.separator())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(text)
                .iterator();
        List<String> names = readable(records::next).getFields();
        Header header = new Header(format.columns());
        cells = names.size();
        places = header.places(names);
        unknown = header.unknown(names);
        line = 1;
    }

    @Override
    public boolean hasNext() {
        return readable(records::hasNext);
    }

    @Override
    public Row next() {
        CsvRecord record = readable(records::next);
        line = record.getStartingLineNumber();
        if (record.getFieldCount() > cells) {
            return Row.broken(line, "has %d cells, the first line has %d".formatted(record.getFieldCount(), cells));
        }
        Map<Column, String> filled = new EnumMap<>(Column.class);
        places.forEach((place, column) -> {
            if (place < record.getFieldCount()) {
                filled.put(column, record.getField(place));
            }
        });
        return new Row(line, 0, filled, null);
    }

    @Override
    public List<String> unknown() {
        return unknown;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CsvParseException broken) {
            throw new Unreadable("After line %d the file is no CSV: a quote may be missing there.".formatted(line));
        }
    }

    /** What stands most often in the first line, outside quotes. */
    private static char separator(String beginning, char quote) {
        long[] many = new long[SEPARATORS.length()];
        boolean quoted = false;
        for (char one : beginning.lines().findFirst().orElse("").toCharArray()) {
            quoted ^= one == quote;
            int which = SEPARATORS.indexOf(one);
            if (!quoted && which >= 0) {
                many[which]++;
            }
        }
        int best = 0;
        for (int which = 1; which < many.length; which++) {
            best = many[which] > many[best] ? which : best;
        }
        return SEPARATORS.charAt(best);
    }
}
