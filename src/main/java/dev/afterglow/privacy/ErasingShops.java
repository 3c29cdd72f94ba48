package dev.afterglow.privacy;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.shop.ShopKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases everybody who bought at a shop, each in a transaction of their own. Who was erased is not found again, so it goes
 * on where it stopped, whatever stopped it.
 */
@Service
class ErasingShops {

    private static final Logger LOG = LoggerFactory.getLogger(ErasingShops.class);

    private static final int AT_ONCE = 100;
    private static final String NEXT = """
            select c.id from customers c
            where c.erased_at is null
              and (exists (select 1 from orders o where o.customer_id = c.id and o.shop = :sender)
                or exists (select 1 from events e where e.customer_id = c.id and e.sender = :sender))
            order by c.id limit :most
            """;
    private static final String UNNAMED = """
            select id from orders where shop = :sender and customer_id is null and erased_at is null
            order by id limit :most for update
            """;
    private static final String ADOPT = "update orders set customer_id = :customer where id in (:orders)";
    private static final String EMPTY = """
            update events set body = '', subject = '', body_since = null
            where sender = :sender and customer_id is null and order_id is null and body <> ''
            """;

    private static final String FORGET = "delete from arrivals where sender = ? and failed_at is not null";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Customers customers;
    private final Erasing erasing;
    private final PrivacyRequests requests;

    ErasingShops(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Customers customers,
            Erasing erasing,
            PrivacyRequests requests) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.customers = customers;
        this.erasing = erasing;
        this.requests = requests;
    }

    /** Goes a step on with every shop that is to be erased: some people each, so that nothing else waits for it. */
    void step() {
        requests.running().forEach(this::step);
    }

    private void step(PrivacyRequest request) {
        List<String> next = next(request.sender());
        if (!next.isEmpty()) {
            requests.advance(request.id(), erase(next, request.sender()));
        } else if (!adopt(request.sender(), requests.shop(request.id()))) {
            jdbc.sql(EMPTY).param("sender", request.sender()).update();
            jdbc.sql(FORGET).param(request.sender()).update();
            requests.done(request.id(), request.sender(), 0);
            LOG.info("Everybody who bought at {} was erased", request.sender());
        }
    }

    private int erase(List<String> people, String sender) {
        return (int)
                people.stream().filter(customer -> isErased(customer, sender)).count();
    }

    // why: one person who cannot be erased must not keep all others from it; the next step tries again.
    private boolean isErased(String customer, String sender) {
        try {
            erasing.erase(customer, sender);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Customer {} of {} was not erased; it is tried again", customer, sender, e);
            return false;
        }
    }

    private List<String> next(String sender) {
        return jdbc.sql(NEXT)
                .param("sender", sender)
                .param("most", AT_ONCE)
                .query(String.class)
                .list();
    }

    /**
     * Puts orders that name nobody under one new name, to be erased like anybody.
     *
     * @return false when there are none
     */
    // why: an order without an account or a mail address may still say to whom and where it was sent.
    private boolean adopt(String sender, ShopKey shop) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            List<String> unnamed = jdbc.sql(UNNAMED)
                    .param("sender", sender)
                    .param("most", AT_ONCE)
                    .query(String.class)
                    .list();
            if (unnamed.isEmpty()) {
                return false;
            }
            Optional<String> somebody = customers.recognise(shop, nobody());
            jdbc.sql(ADOPT)
                    .param("customer", somebody.orElseThrow())
                    .param("orders", unnamed)
                    .update();
            return true;
        }));
    }

    private static CustomerFacts nobody() {
        return new CustomerFacts("unnamed-" + UUID.randomUUID(), null, null, null, null, null, null);
    }
}
