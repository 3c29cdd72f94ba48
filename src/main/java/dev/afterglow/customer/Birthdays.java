package dev.afterglow.customer;

import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All birthdays; the one that was told last counts. */
@Repository
public class Birthdays {

    private static final String INSERT = """
            insert into customer_birthdays (customer_id, birth_month, birth_day, birth_year, told_at)
            select id, ?, ?, ?, ? from customers where id = ? and erased_at is null on conflict do nothing
            """;
    private static final String UPDATE = """
            update customer_birthdays set birth_month = ?, birth_day = ?, birth_year = ?, told_at = ?
            where customer_id = ? and told_at < ?
            """;
    private static final String FIND =
            "select birth_month, birth_day, birth_year from customer_birthdays where customer_id = ?";
    private static final String KEEP_LATEST = """
            delete from customer_birthdays where customer_id = ?
              and told_at < (select o.told_at from customer_birthdays o where o.customer_id = ?)
            """;
    private static final String MOVE = """
            update customer_birthdays set customer_id = ? where customer_id = ?
              and not exists (select 1 from customer_birthdays o where o.customer_id = ?)
            """;

    private final JdbcClient jdbc;
    private final Customers customers;

    Birthdays(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** When this person was born, as far as it was said. */
    public Optional<Birthday> of(String customerId) {
        return jdbc.sql(FIND)
                .param(customers.stayed(customerId))
                .query((row, number) -> new Birthday(
                        row.getInt("birth_month"), row.getInt("birth_day"), row.getObject("birth_year", Integer.class)))
                .optional();
    }

    /** Keeps what was told of a person we know, unless something newer was told before. */
    @Transactional
    public void keep(String customerId, Birthday birthday, Instant toldAt) {
        String id = customers.stayed(customerId);
        var told = Instants.param(toldAt);
        List<@Nullable Object> day = Arrays.asList(birthday.month(), birthday.day(), birthday.year(), told);
        if (jdbc.sql(INSERT).params(day).param(id).update() == 0) {
            jdbc.sql(UPDATE).params(day).param(id).param(told).update();
        }
    }

    /** Two are one: of two birthdays the one that was told last stays. */
    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql(KEEP_LATEST).params(merge.stayed(), merge.merged()).update();
        jdbc.sql(MOVE).params(merge.stayed(), merge.merged(), merge.stayed()).update();
        jdbc.sql("delete from customer_birthdays where customer_id = ?")
                .param(merge.merged())
                .update();
    }
}
