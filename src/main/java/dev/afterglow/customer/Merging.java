package dev.afterglow.customer;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes one person of two. What they said about consent becomes one log, in the order it was said. */
final class Merging {

    private static final String STAYED = "select stayed_id from customer_merges where merged_id = ?";
    private static final String ACCOUNTS =
            "select count(*) from customer_identities where customer_id = ? and identity like 'shop:%'";
    private static final String LOCK = "select id from customers where id = ? and erased_at is null for update";
    private static final String IDENTITIES = "update customer_identities set customer_id = ? where customer_id = ?";
    private static final String CONSENTS = "update consents set customer_id = ? where customer_id = ?";
    private static final String ALIASES = "update customer_merges set stayed_id = ? where stayed_id = ?";
    private static final String ALIAS =
            "insert into customer_merges (merged_id, stayed_id, at) values (?, ?, ?) on conflict do nothing";
    private static final String FILL = """
            update customers set
              email = coalesce(email, (select o.email from customers o where o.id = ?)),
              phone = coalesce(phone, (select o.phone from customers o where o.id = ?)),
              first_name = coalesce(first_name, (select o.first_name from customers o where o.id = ?)),
              last_name = coalesce(last_name, (select o.last_name from customers o where o.id = ?)),
              locale = coalesce(locale, (select o.locale from customers o where o.id = ?)),
              time_zone = coalesce(time_zone, (select o.time_zone from customers o where o.id = ?))
            where id = ?
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final ChosenPreferences chosen;
    private final Clock clock;

    Merging(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.chosen = new ChosenPreferences(jdbc, clock);
        this.clock = clock;
    }

    /** The id that counts for one who was merged. */
    Optional<String> stayed(String id) {
        return jdbc.sql(STAYED).param(id).query(String.class).optional();
    }

    boolean isGuest(String id) {
        return jdbc.sql(ACCOUNTS).param(id).query(Long.class).single() == 0;
    }

    /** All that is known of the guest is from now on known of the one who stays. */
    void merge(String guest, String stays) {
        // why: always in the same order, so that two who merge the same pair do not wait for each other for ever.
        Stream.of(guest, stays).sorted().forEach(this::lock);
        jdbc.sql(CONSENTS).params(stays, guest).update();
        chosen.merge(guest, stays);
        jdbc.sql(FILL).params(guest, guest, guest, guest, guest, guest, stays).update();
        publisher.publishEvent(new CustomersMerged(guest, stays));
        jdbc.sql(ALIASES).params(stays, guest).update();
        jdbc.sql(ALIAS).params(guest, stays, Instants.param(clock.instant())).update();
        drop(guest, stays);
    }

    // why: one of the two may have been erased a moment ago; the sender tells it again, and then there is nothing to
    // merge.
    private void lock(String id) {
        if (jdbc.sql(LOCK).param(id).query(String.class).optional().isEmpty()) {
            throw new ConcurrencyFailureException("one of the two is not there any more");
        }
    }

    /** Takes one who has nothing but identities out, and leaves these to the other. */
    void drop(String id, String stays) {
        jdbc.sql(IDENTITIES).params(stays, id).update();
        jdbc.sql("delete from customers where id = ?").param(id).update();
    }
}
