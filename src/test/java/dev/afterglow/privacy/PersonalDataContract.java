package dev.afterglow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.privacy.Receipt.Line;
import dev.afterglow.sql.Database;
import java.io.IOException;
import java.io.StringWriter;
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
    void reportsNobodyCouldUnderstandGoWithThePersonTheyNameAndNobodyElses() {
        customerWithAnOrder();
        arrived("by-address", "{\"customer\":{\"email\":\"ADA@example.org\"}}", true);
        arrived("by-account", "{\"customer\":{\"shopId\":\"7\"}}", true);
        arrived("by-order", "{\"subject\":\"1001\"}", true);
        arrived("by-goods", "{\"refund\":{\"orderId\":\"1001\"}}", true);
        arrived("to-be-understood", "{\"subject\":\"1001\"}", false);
        arrived("like-her-address", "{\"customer\":{\"email\":\"canada@example.org\"}}", true);
        arrived("like-her-order", "{\"subject\":\"11001\",\"productId\":\"1001\",\"id\":\"7\"}", true);

        new ErasingRows(database.client()).of(List.of("c-1"));

        assertThat(database.client()
                        .sql("select id from arrivals order by id")
                        .query(String.class)
                        .list())
                .containsExactly("like-her-address", "like-her-order", "to-be-understood");
    }

    private void customerWithAnOrder() {
        database.client()
                .sql("insert into customers (id, email, created_at, updated_at)"
                        + " values ('c-1', 'Ada@example.org', current_timestamp, current_timestamp)")
                .update();
        database.client()
                .sql("insert into customer_identities (shop, identity, customer_id) values ('', 'shop:7', 'c-1')")
                .update();
        database.client()
                .sql("insert into orders (id, shop, customer_id, status, test, updated_at)"
                        + " values ('1001', 'shop', 'c-1', 'paid', false, current_timestamp)")
                .update();
    }

    private void arrived(String id, String told, boolean stuck) {
        database.client()
                .sql("insert into arrivals (id, sender, told, body, received_at, failed_at)"
                        + " values (?, 'shop', ?, ?, current_timestamp, " + (stuck ? "current_timestamp" : "null")
                        + ")")
                .params(id, told, new byte[0])
                .update();
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
    void everySectionIsWrittenWithMoneyAsTextAndInstantsInUtc() throws IOException {
        somebody();

        JsonNode written = written(List.of("c-1", "c-0"));

        assertThat(written.at("/person/email").asText()).isEqualTo("ada@example.com");
        assertThat(written.at("/orders/0/total").asText()).isEqualTo("1290.00");
        assertThat(written.at("/orders/0/total").isTextual()).isTrue();
        assertThat(written.at("/orders/0/placedAt").asText()).isEqualTo("2026-11-21T09:00:00.123Z");
        assertThat(written.at("/orders/0/test").isBoolean()).isTrue();
        assertThat(written.at("/orders/0/lines/0/unitPrice").asText()).isEqualTo("4.975");
        assertThat(written.at("/orders/0/lines/0/quantity").isInt()).isTrue();
        assertThat(written.path("preferences").isNull()).isTrue();
        assertThat(written(List.of("c-2")).path("person").isNull()).isTrue();
    }

    @Test
    void anErasureEmptiesWhatTheFileSaysAndCountsIt() throws IOException {
        somebody();

        List<Line> lines = new ErasingRows(database.client()).of(List.of("c-1"));

        assertThat(lines).extracting(Line::table).first().isEqualTo("customers");
        assertThat(lines)
                .filteredOn(line -> line.rows() > 0)
                .extracting(Line::table)
                .containsExactly("customers", "orders", "order_lines");
        assertThat(written(List.of("c-1")).toString())
                .doesNotContain("ada", "Ada")
                .contains("1290.00");
    }

    private void somebody() {
        database.template()
                .execute("insert into customers (id, email, first_name, created_at, updated_at) values ('c-1',"
                        + " 'ada@example.com', 'Ada', now(), now())");
        database.template()
                .execute("insert into orders (id, shop, customer_id, status, test, total, placed_at, updated_at) values"
                        + " ('9007199254740993', 'shop', 'c-1', 'paid', false, 1290,"
                        + " timestamp with time zone '2026-11-21 10:00:00.123+01:00', now())");
        database.template()
                .execute("insert into order_lines (order_id, position, title, variant, quantity, unit_price) values"
                        + " ('9007199254740993', 0, 'Ring', 'For Ada', 1, 4.975)");
    }

    private JsonNode written(List<String> customers) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            Sections sections = new Sections(database.source(), json, customers, data);
            data.sections().forEach(sections::write);
            json.writeEndObject();
        }
        return new ObjectMapper().readTree(text.toString());
    }
}
