package dev.afterglow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file that says what we hold of people, held against the real tables. */
abstract class PersonalDataContract {

    private static final String COLUMNS = """
            select lower(c.table_name) as t, lower(c.column_name) as c, c.is_nullable as n from information_schema.columns c
              join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE'
              and lower(c.table_name) <> 'flyway_schema_history'
            """;

    private final PersonalData data = PersonalData.read();
    private final Map<String, Map<String, Boolean>> nullable = new TreeMap<>();
    private Database database;

    @BeforeEach
    void readTheTables(Database fresh) {
        database = fresh;
        fresh.client()
                .sql(COLUMNS)
                .query((row, number) -> nullable.computeIfAbsent(row.getString("t"), any -> new TreeMap<>())
                        .put(row.getString("c"), row.getString("n").equals("YES")))
                .list();
    }

    @Test
    void everyTableIsNamedOnce() {
        assertThat(data.all()).extracting(Holding::table).containsExactlyInAnyOrderElementsOf(nullable.keySet());
    }

    @Test
    void everyColumnOfATableAboutPeopleHasItsPlaceOnce() {
        for (Holding holding : data.personal()) {
            assertThat(holding.columns())
                    .as(holding.table())
                    .containsExactlyInAnyOrderElementsOf(
                            nullable.get(holding.table()).keySet());
            assertThat(holding.columns()).as(holding.table()).containsAll(holding.hidden());
        }
    }

    @Test
    void whatStaysSaysWhyAndRowsEitherGoOrStay() {
        for (Holding holding : data.personal()) {
            assertThat(holding.removed().isEmpty())
                    .as(holding.table())
                    .isEqualTo(!holding.stays().isEmpty());
            assertThat(holding.because() != null)
                    .as(holding.table())
                    .isEqualTo(holding.removed().isEmpty());
        }
    }

    @Test
    void onlyWhatMayBeNullIsSetToNull() {
        for (Holding holding : data.personal()) {
            Stream<String> purged = holding.purged() == null ? Stream.of() : holding.purged().emptied().stream();
            assertThat(Stream.concat(holding.emptied().stream(), purged))
                    .as(holding.table())
                    .allMatch(nullable.get(holding.table())::get);
        }
    }

    @Test
    void aTableThatNamesPeopleIsNotCalledImpersonal() {
        Set<String> telling = Set.of("customer_id", "recipient", "email", "phone", "address", "body", "message_id");
        for (Holding holding : data.all()) {
            if (!holding.isPersonal()) {
                assertThat(new TreeSet<>(nullable.get(holding.table()).keySet()))
                        .as(holding.table())
                        .doesNotContainAnyElementsOf(telling);
            }
        }
    }

    @Test
    void everyStatementOfTheFileIsUnderstoodByTheDatabase() {
        List<String> customers = List.of("c-1", "c-2");
        new ErasingRows(database.client()).of(customers);
        List<String> read = new ArrayList<>();
        for (Holding holding : data.personal()) {
            if (holding.section() != null) {
                database.client()
                        .sql("select " + String.join(", ", holding.shown()) + " from " + holding.table() + " where "
                                + holding.whose() + " order by " + holding.sorted())
                        .param("customers", customers)
                        .query()
                        .listOfRows();
                read.add(holding.section());
            }
        }
        assertThat(read).doesNotHaveDuplicates().contains("person", "orders", "lines", "messages", "runs", "events");
    }
}
