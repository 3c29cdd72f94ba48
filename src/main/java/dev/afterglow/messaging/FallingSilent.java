package dev.afterglow.messaging;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends everything that has not left yet, for people nothing may be sent to any more. */
@Service
public class FallingSilent {

    // why: what is being handed over cannot be called back, but a worker that only reserved can no longer pass its
    // mark.
    private static final String END = """
            update messages set status = 'silent', reason = :reason, not_before = null, leased_until = null
            where (customer_id in (:customers) or order_id in (:orders)) and status in ('planned', 'deferred', 'reserved')
            """;
    private static final String LEFT = """
            update messages set status = 'resolved', reason = :reason, not_before = null
            where (customer_id in (:customers) or order_id in (:orders)) and status = 'uncertain'
            """;

    private final JdbcClient jdbc;

    FallingSilent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nothing more leaves for these customers or about these orders, in the caller's transaction; neither list may be
     * empty.
     *
     * @return how many messages were on their way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int fallSilent(Collection<String> customers, Collection<String> orders, String reason) {
        jdbc.sql(LEFT)
                .param("reason", reason)
                .param("customers", customers)
                .param("orders", orders)
                .update();
        return jdbc.sql(END)
                .param("reason", reason)
                .param("customers", customers)
                .param("orders", orders)
                .update();
    }
}
