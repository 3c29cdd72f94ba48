package dev.afterglow.history;

import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.Row;
import dev.afterglow.history.file.WrongCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with some rows, as it is found out. */
final class Objections {

    private final List<Refused> all = new ArrayList<>();
    private final Set<Row> refused = new HashSet<>();

    /** Nothing of this row is taken. */
    void refuse(Row row, String column, String reason) {
        if (refused.add(row)) {
            all.add(new Refused(row.line(), row.item(), column, reason, true));
        }
    }

    /** Nothing of these rows is taken, for what is wrong with one cell of theirs. */
    void refuse(List<Row> rows, WrongCell wrong) {
        rows.forEach(row -> refuse(row, wrong.column().word(), wrong.reason()));
    }

    /** All but this cell is taken. */
    void leaveOut(Row row, Column column, String reason) {
        all.add(new Refused(row.line(), row.item(), column.word(), reason, false));
    }

    /** What the cell says; nothing, and an objection, when it is wrong: the rest can do without it. */
    <T> @Nullable T orLeaveOut(Row row, Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (WrongCell wrong) {
            leaveOut(row, wrong.column(), wrong.reason());
            return null;
        }
    }

    boolean isRefused(Row row) {
        return refused.contains(row);
    }

    List<Refused> all() {
        return List.copyOf(all);
    }
}
