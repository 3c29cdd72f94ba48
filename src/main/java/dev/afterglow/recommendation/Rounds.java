package dev.afterglow.recommendation;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When it was counted, shop by shop. Of any number of replicas one does it. */
@Repository
public class Rounds {

    private static final String KNOW = """
            insert into recommendation_rounds (shop, began_at, customers, purchases, products) values (?, ?, 0, 0, 0)
            on conflict do nothing
            """;
    // why: a shop that had sold nothing yet need not wait a day for its first sales to count.
    private static final String BEGIN = """
            update recommendation_rounds set began_at = ?, leased_until = ?
            where shop = ? and (leased_until is null or leased_until <= ?)
              and (ended_at is null or ended_at <= ? or products = 0)
            """;
    private static final String END = """
            update recommendation_rounds set ended_at = ?, leased_until = null, customers = ?, purchases = ?, products = ?
            where shop = ? and began_at = ?
            """;
    private static final String FIND = """
            select began_at, ended_at, customers, purchases, products from recommendation_rounds where shop = ?
            """;

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last round of a shop. */
    public Optional<Round> of(ShopKey shop) {
        return jdbc.sql(FIND).param(shop.name()).query(Rounds::round).optional();
    }

    /**
     * Whether a round is due, and ours to do.
     *
     * @param until whoever has not ended it by then does not count any more
     */
    @Transactional
    boolean begin(ShopKey shop, Instant now, Duration every, Instant until) {
        jdbc.sql(KNOW).params(shop.name(), Instants.param(now)).update();
        return jdbc.sql(BEGIN)
                        .params(
                                Instants.param(now),
                                Instants.param(until),
                                shop.name(),
                                Instants.param(now),
                                Instants.param(now.minus(every)))
                        .update()
                == 1;
    }

    /** The round that began then is done. */
    @Transactional
    void end(ShopKey shop, Round round) {
        jdbc.sql(END)
                .params(
                        Instants.param(round.endedAt()),
                        round.customers(),
                        round.purchases(),
                        round.products(),
                        shop.name(),
                        Instants.param(round.beganAt()))
                .update();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                Instants.required(row, "began_at"),
                Instants.optional(row, "ended_at"),
                row.getInt("customers"),
                row.getInt("purchases"),
                row.getInt("products"));
    }
}
