package dev.afterglow.intake.shopify;

import dev.afterglow.sql.Instants;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shops that took our app out, and those of them that came back. */
@Repository
class DepartedShops {

    private static final String SELLER_IS_GONE = """
            select count(*) from orders o join departed_shops d on d.sender = o.shop
            where o.id = ? and d.back_at is null
            """;

    // why: what came late, from before a shop left, is no sign of life.
    private static final String LAST_HEARD = """
            select max(received_at) as at from events where sender = ? and (reason is null or reason <> ?)
            """;

    private final JdbcClient jdbc;

    DepartedShops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This shop took our app out at that time. */
    @Transactional
    public void departed(String sender, Instant at) {
        jdbc.sql("delete from departed_shops where sender = ?").param(sender).update();
        jdbc.sql("insert into departed_shops (sender, at) values (?, ?) on conflict do nothing")
                .params(sender, Instants.param(at))
                .update();
    }

    /** This shop is back since then. */
    void back(String sender, Instant at) {
        jdbc.sql("update departed_shops set back_at = ? where sender = ? and back_at is null")
                .params(Instants.param(at), sender)
                .update();
    }

    /** Since when this shop has been gone; empty when it is not. */
    Optional<Instant> since(String sender) {
        return jdbc.sql("select at from departed_shops where sender = ? and back_at is null")
                .param(sender)
                .query((row, number) -> Instants.required(row, "at"))
                .optional();
    }

    /** Whether this shop was gone once and is back. */
    boolean isBack(String sender) {
        return jdbc.sql("select count(*) from departed_shops where sender = ? and back_at is not null")
                        .param(sender)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the shop where this order was placed is gone. */
    boolean sold(String orderId) {
        return jdbc.sql(SELLER_IS_GONE).param(orderId).query(Long.class).single() > 0;
    }

    /** When this shop told us anything the last time, beside what was silent for that reason. */
    Optional<Instant> lastHeard(String sender, String silence) {
        return jdbc.sql(LAST_HEARD)
                .params(sender, silence)
                .query((row, number) -> Optional.ofNullable(Instants.optional(row, "at")))
                .single();
    }
}
