package dev.afterglow.calendar;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The birthdays that journeys were told of: for each customer and year at most one. */
@Repository
class BirthdaysTold {

    private static final String CLAIM = """
            insert into birthdays_told (customer_id, in_year, birthday, told_at) values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String TOLD =
            "select customer_id from birthdays_told where in_year = :year and customer_id in (:customers)";
    private static final String LAST =
            "select birthday from birthdays_told where customer_id = ? order by in_year desc limit 1";
    private static final String DROP_SAME = """
            delete from birthdays_told where customer_id = ?
              and in_year in (select o.in_year from birthdays_told o where o.customer_id = ?)
            """;
    private static final String MOVE = "update birthdays_told set customer_id = ? where customer_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    BirthdaysTold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes this year's birthday of a customer, in the caller's transaction; false when it was taken before. */
    boolean claim(String customerId, LocalDate day) {
        return jdbc.sql(CLAIM)
                        .params(customerId, day.getYear(), day, Instants.param(clock.instant()))
                        .update()
                == 1;
    }

    /** Of these customers those whose birthday of that year was told. */
    Set<String> of(Collection<String> customers, int year) {
        return customers.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(TOLD)
                        .param("year", year)
                        .param("customers", customers)
                        .query(String.class)
                        .list());
    }

    /** The last birthday of this customer that was told. */
    Optional<LocalDate> last(String customerId) {
        return jdbc.sql(LAST)
                .param(customerId)
                .query((ResultSet row, int number) -> row.getObject("birthday", LocalDate.class))
                .optional();
    }

    /** Two are one: what was told to one of them was told. */
    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql(DROP_SAME).params(merge.merged(), merge.stayed()).update();
        jdbc.sql(MOVE).params(merge.stayed(), merge.merged()).update();
    }
}
