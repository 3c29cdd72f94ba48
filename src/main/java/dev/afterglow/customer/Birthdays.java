package dev.afterglow.customer;

import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.time.MonthDay;
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
            insert into customer_birthdays (customer_id, birth_month, birth_day, birth_year, told_at, known_since)
            select id, ?, ?, ?, ?, ? from customers where id = ? and erased_at is null on conflict do nothing
            """;
    private static final String UPDATE = """
            update customer_birthdays set birth_month = :month, birth_day = :day, birth_year = :year, told_at = :told,
              known_since = case when birth_month = :month and birth_day = :day then known_since else :told end
            where customer_id = :id and told_at < :told
            """;
    private static final String FIND =
            "select birth_month, birth_day, birth_year from customer_birthdays where customer_id = ?";
    private static final String KNOWN_SINCE = "select known_since from customer_birthdays where customer_id = ?";
    private static final String BORN_ON = """
            select customer_id from customer_birthdays where birth_month = ? and birth_day = ? and customer_id > ?
            order by customer_id limit ?
            """;
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

    /** Since when this day of the year is known, by the time of whoever told it first; being told it again is no news. */
    public Optional<Instant> knownSince(String customerId) {
        return jdbc.sql(KNOWN_SINCE)
                .param(customers.stayed(customerId))
                .query((row, number) -> Instants.required(row, "known_since"))
                .optional();
    }

    /**
     * Who was born on this day of the year: so many of them, in the order of their ids.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<String> bornOn(MonthDay day, String after, int limit) {
        return jdbc.sql(BORN_ON)
                .params(day.getMonthValue(), day.getDayOfMonth(), after, limit)
                .query(String.class)
                .list();
    }

    /** Keeps what was told of a person we know, unless something newer was told before. */
    @Transactional
    public void keep(String customerId, Birthday birthday, Instant toldAt) {
        String id = customers.stayed(customerId);
        var told = Instants.param(toldAt);
        List<@Nullable Object> row = Arrays.asList(birthday.month(), birthday.day(), birthday.year(), told, told, id);
        if (jdbc.sql(INSERT).params(row).update() == 0) {
            jdbc.sql(UPDATE)
                    .param("month", birthday.month())
                    .param("day", birthday.day())
                    .param("year", birthday.year())
                    .param("told", told)
                    .param("id", id)
                    .update();
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
