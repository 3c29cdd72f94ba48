package dev.afterglow.offer;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All codes that were given. */
@Repository
public class Offers {

    private static final String COLUMNS = """
            id, shop, code, name, journey, business_key, step, customer_id, percent, amount, currency, minimum, state, reason,
            issued_at, expires_on, expires_at, settled_at, order_id, order_amount, order_currency
            """;
    private static final String SELECT = "select " + COLUMNS + " from offers ";
    private static final String INSERT = "insert into offers (" + COLUMNS + """
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued', null, ?, ?, ?, null, null, null, null)
            on conflict do nothing
            """;
    private static final String REDEEM = """
            update offers set state = 'redeemed', settled_at = :now, order_id = :order, order_amount = :amount,
              order_currency = :currency
            where code = :code and state = 'issued' and expires_at > :now
              and (currency is null or currency = :currency) and (minimum is null or minimum <= :amount)
            """;
    private static final String VOID =
            "update offers set state = 'void', reason = ?, settled_at = ? where id = ? and state = 'issued'";
    private static final String VOID_OF = """
            update offers set state = 'void', reason = :reason, settled_at = :now
            where customer_id in (:customers) and state = 'issued'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All codes one customer was given, newest first. */
    public List<Offer> of(String customerId) {
        return jdbc.sql(SELECT + "where customer_id = ? order by issued_at desc, id")
                .param(customerId)
                .query(OfferRows::offer)
                .list();
    }

    /** The offer with this id of ours. */
    public Optional<Offer> find(String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(OfferRows::offer)
                .optional();
    }

    /** Those of these customers that nobody redeemed give nothing any more, in the caller's transaction. */
    @Transactional
    public int takeBack(Collection<String> customers, String reason) {
        return jdbc.sql(VOID_OF)
                .param("reason", reason)
                .param("now", Instants.param(clock.instant()))
                .param("customers", customers)
                .update();
    }

    /** The offer with this code. */
    Optional<Offer> with(Code code) {
        return jdbc.sql(SELECT + "where code = ?")
                .param(code.text())
                .query(OfferRows::offer)
                .optional();
    }

    /** What this step of this run gave before. */
    Optional<Offer> givenBy(String journey, String businessKey, String step) {
        return jdbc.sql(SELECT + "where journey = ? and business_key = ? and step = ?")
                .params(journey, businessKey, step)
                .query(OfferRows::offer)
                .optional();
    }

    /** The newest that this run gave. */
    Optional<Offer> givenBy(String journey, String businessKey) {
        return jdbc.sql(SELECT + "where journey = ? and business_key = ? order by issued_at desc, id limit 1")
                .params(journey, businessKey)
                .query(OfferRows::offer)
                .optional();
    }

    /** False when somebody has this code, or the step gave one before. */
    boolean add(Offer offer, Code code) {
        return jdbc.sql(INSERT).params(OfferRows.params(offer, code)).update() == 1;
    }

    /** Redeems a code if all is as it must be, in one statement: of many who try at the same moment, one does it. */
    boolean redeem(Code code, Redemption wanted) {
        return jdbc.sql(REDEEM)
                        .param("now", Instants.param(clock.instant()))
                        .param("order", wanted.order())
                        .param("amount", wanted.amount())
                        .param("currency", wanted.currency())
                        .param("code", code.text())
                        .update()
                == 1;
    }

    /** False when it was redeemed, or void already. */
    boolean takeBack(String id, String reason) {
        return jdbc.sql(VOID)
                        .params(reason, Instants.param(clock.instant()), id)
                        .update()
                == 1;
    }

    /** What was given to one of two goes over to the person they turned out to be. */
    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql("update offers set customer_id = ? where customer_id = ?")
                .params(merge.stayed(), merge.merged())
                .update();
    }
}
