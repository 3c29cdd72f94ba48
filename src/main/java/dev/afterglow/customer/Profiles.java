package dev.afterglow.customer;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.FieldStamps;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of people. Of each fact the one told latest counts, whatever arrived last. */
final class Profiles {

    private static final List<String> FIELDS =
            List.of("email", "phone", "first_name", "last_name", "locale", "time_zone");
    private static final CustomerFacts NOTHING = new CustomerFacts(null, null, null, null, null, null, null);
    private static final String HOLD = """
            select email, phone, first_name, last_name, locale, time_zone, told_at from customers
            where id = ? and erased_at is null for update
            """;
    private static final String INSERT = """
            insert into customers (email, phone, first_name, last_name, locale, time_zone, told_at, updated_at,
              created_at, shop, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update customers set email = ?, phone = ?, first_name = ?, last_name = ?, locale = ?, time_zone = ?,
              told_at = ?, updated_at = ?
            where id = ?
            """;

    /** Facts in the order of {@link #FIELDS}, and which report each comes from. */
    private record Known(List<@Nullable String> facts, FieldStamps stamps) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void create(String id, ShopKey shop, CustomerFacts told, String stamp) {
        Known merged = merge(new Known(facts(NOTHING), FieldStamps.none()), told, stamp);
        var now = Instants.param(clock.instant());
        jdbc.sql(INSERT)
                .params(merged.facts())
                .params(merged.stamps().written(), now, now, shop.name(), id)
                .update();
    }

    /** False when this person was erased a moment ago. */
    boolean update(String id, CustomerFacts told, String stamp) {
        Optional<Known> known = jdbc.sql(HOLD).param(id).query(Profiles::known).optional();
        known.map(before -> merge(before, told, stamp))
                .ifPresent(merged -> jdbc.sql(UPDATE)
                        .params(merged.facts())
                        .params(merged.stamps().written(), Instants.param(clock.instant()), id)
                        .update());
        return known.isPresent();
    }

    private static Known merge(Known known, CustomerFacts told, String stamp) {
        List<@Nullable String> facts = facts(told);
        for (int i = 0; i < facts.size(); i++) {
            facts.set(
                    i,
                    known.stamps()
                            .later(
                                    FIELDS.get(i),
                                    stamp,
                                    facts.get(i),
                                    known.facts().get(i)));
        }
        return new Known(facts, known.stamps());
    }

    private static List<@Nullable String> facts(CustomerFacts told) {
        return Arrays.asList(
                told.email(),
                told.phone() == null ? null : Addresses.phone(told.phone(), told.locale()),
                told.firstName(),
                told.lastName(),
                told.locale(),
                told.timeZone());
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        List<@Nullable String> facts = new ArrayList<>();
        for (String field : FIELDS) {
            facts.add(row.getString(field));
        }
        return new Known(facts, FieldStamps.read(row.getString("told_at")));
    }
}
