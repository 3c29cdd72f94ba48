package dev.afterglow.privacy;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every address we have ever known of a person, on each channel. */
@Component
class KnownAddresses {

    private static final String ALL = """
            select 'email' as channel, email as address from customers where id in (:customers) and email is not null
            union select 'email', email from orders where customer_id in (:customers) and email is not null
            union select 'email', substring(identity from 7) from customer_identities
              where customer_id in (:customers) and identity like 'email:%'
            union select 'sms', phone from customers where id in (:customers) and phone is not null
            union select 'whatsapp', phone from customers where id in (:customers) and phone is not null
            union select channel, recipient from messages
              where customer_id in (:customers) and recipient is not null and channel in ('email', 'sms', 'whatsapp')
            order by 1, 2
            """;

    private final JdbcClient jdbc;

    KnownAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One address on one channel. */
    record Known(String channel, String address) {}

    List<Known> of(Collection<String> customers) {
        return jdbc.sql(ALL)
                .param("customers", customers)
                .query((row, number) -> new Known(row.getString("channel"), row.getString("address")))
                .list();
    }
}
