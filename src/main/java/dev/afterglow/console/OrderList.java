package dev.afterglow.console;

import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders in a list, each with what became of it. */
@Repository
class OrderList {

    static final int PAGE = 25;
    // why: nobody turns a thousand pages by hand, and the database would walk them all.
    static final int LAST_PAGE = 400;

    private static final String SELECT = """
            select o.id, o.number, o.status, o.test, o.currency, o.total, o.email, o.updated_at,
              c.first_name, c.last_name, c.email as customer_email
            from orders o left join customers c on c.id = o.customer_id
            """;
    private static final String PAGED = " order by o.updated_at desc, o.id limit :limit offset :offset";
    private static final String MATCHES = """
            (o.id like :start escape '!' or lower(o.number) like :start escape '!'
              or lower(o.number) like :hash escape '!' or lower(o.email) like :start escape '!'
              or lower(c.email) like :start escape '!')
            """;

    /** One order in a list. */
    record Row(
            String id,
            @Nullable String number,
            String status,
            boolean test,
            String total,
            String customer,
            Instant changed,
            Outcome outcome) {

        /** What people call it. */
        public String title() {
            return number == null ? id : number;
        }

        private Row with(Outcome known) {
            return new Row(id, number, status, test, total, customer, changed, known);
        }
    }

    /** Some orders of many. */
    record Page(List<Row> rows, int number, boolean more) {}

    private final JdbcClient jdbc;
    private final Outcomes outcomes;
    private final Shops shops;

    OrderList(JdbcClient jdbc, Outcomes outcomes, Shops shops) {
        this.shops = shops;
        this.jdbc = jdbc;
        this.outcomes = outcomes;
    }

    /** The orders with the latest news; with a text, those whose id, number or address begins with it. */
    Page page(String text, int number) {
        return page(text, "", number);
    }

    /** The same of one shop, as {@link ShopNames#options} names it; of all when that is empty. */
    Page page(String text, String shop, int number) {
        int page = Math.clamp(number, 1, LAST_PAGE);
        var query = jdbc.sql(SELECT + " where " + (text.isEmpty() ? "true" : MATCHES) + of(shop) + PAGED)
                .param("limit", PAGE + 1)
                .param("offset", (page - 1) * PAGE);
        if (!text.isEmpty()) {
            String start = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            query = query.param("start", start).param("hash", "#" + start);
        }
        List<Row> found = query.query(this::row).list();
        boolean more = found.size() > PAGE && page < LAST_PAGE;
        return new Page(withOutcomes(found.subList(0, Math.min(PAGE, found.size()))), page, more);
    }

    // why: only names of configured shops get into the statement, and those hold nothing that means anything there.
    private String of(String shop) {
        Stream<ShopKey> further = shops.all().stream().map(Shop::key).filter(key -> !key.equals(ShopKey.MAIN));
        return shop.equals(ShopNames.MAIN)
                ? further.map(key -> " and o.id not like '" + key.own("%") + "'")
                        .collect(Collectors.joining())
                : further.filter(key -> key.name().equals(shop))
                        .map(key -> " and o.id like '" + key.own("%") + "'")
                        .collect(Collectors.joining());
    }

    /** The latest orders of one customer. */
    List<Row> ofCustomer(String customer) {
        return withOutcomes(jdbc.sql(SELECT + " where o.customer_id = :customer" + PAGED)
                .param("customer", customer)
                .param("limit", PAGE)
                .param("offset", 0)
                .query(this::row)
                .list());
    }

    private List<Row> withOutcomes(List<Row> rows) {
        Map<String, Outcome> known = outcomes.of(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(known.getOrDefault(row.id(), Outcome.NOTHING_YET)))
                .toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        return new Row(
                row.getString("id"),
                row.getString("number"),
                row.getString("status"),
                row.getBoolean("test"),
                Money.readable(row.getBigDecimal("total"), row.getString("currency")),
                PlainWords.name(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        email == null ? row.getString("customer_email") : email),
                Instants.required(row, "updated_at"),
                Outcome.NOTHING_YET);
    }
}
