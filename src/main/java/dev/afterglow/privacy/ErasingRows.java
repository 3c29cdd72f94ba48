package dev.afterglow.privacy;

import dev.afterglow.privacy.Receipt.Line;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does to every table what {@code personal-data.yaml} says. */
@Component
class ErasingRows {

    private final JdbcClient jdbc;
    private final PersonalData data = PersonalData.read();

    ErasingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Erases in all tables, in the caller's transaction, and tells how much; a second time it finds what came since. */
    List<Line> of(Collection<String> customers) {
        // why: from the end, for what belongs to a person is found by what stands further up.
        return data.personal().reversed().stream()
                .map(holding -> erase(holding, customers))
                .toList()
                .reversed();
    }

    private Line erase(Holding holding, Collection<String> customers) {
        boolean removed = !holding.removed().isEmpty();
        int rows = removed ? remove(holding, customers) : empty(holding, customers);
        List<String> emptied = Stream.concat(holding.emptied().stream(), holding.blanked().stream())
                .toList();
        return new Line(holding.table(), rows, removed, emptied, holding.stays(), holding.because());
    }

    private int remove(Holding holding, Collection<String> customers) {
        return jdbc.sql("delete from " + holding.table() + " where " + holding.whose())
                .param("customers", customers)
                .update();
    }

    private int empty(Holding holding, Collection<String> customers) {
        String changes = emptying(holding.emptied(), holding.blanked());
        if (changes.isEmpty()) {
            return jdbc.sql("select count(*) from " + holding.table() + " where " + holding.whose())
                    .param("customers", customers)
                    .query(Integer.class)
                    .single();
        }
        return jdbc.sql("update " + holding.table() + " set " + changes + " where " + holding.whose())
                .param("customers", customers)
                .update();
    }

    /** The right side of an update that empties columns. */
    static String emptying(List<String> emptied, List<String> blanked) {
        return Stream.concat(
                        emptied.stream().map(column -> column + " = null"),
                        blanked.stream().map(column -> column + " = ''"))
                .collect(Collectors.joining(", "));
    }
}
