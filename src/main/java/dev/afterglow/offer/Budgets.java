package dev.afterglow.offer;

import dev.afterglow.shop.ShopKey;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many codes were given in each month. */
@Repository
class Budgets {

    private static final String KNOW = """
            insert into offer_budgets (shop, journey, name, in_month, issued) values (?, ?, ?, ?, 0) on conflict do nothing
            """;
    private static final String TAKE = """
            update offer_budgets set issued = issued + 1
            where shop = ? and journey = ? and name = ? and in_month = ? and issued < ?
            """;
    private static final String GIVE_BACK = """
            update offer_budgets set issued = issued - 1
            where shop = ? and journey = ? and name = ? and in_month = ? and issued > 0
            """;

    private final JdbcClient jdbc;

    Budgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one out of a month's budget, in the caller's transaction; false when none is left. */
    boolean take(ShopKey shop, String journey, String name, YearMonth month, int budget) {
        jdbc.sql(KNOW).params(shop.name(), journey, name, month.toString()).update();
        return jdbc.sql(TAKE)
                        .params(shop.name(), journey, name, month.toString(), budget)
                        .update()
                == 1;
    }

    /** One that nobody heard of counts for nothing. */
    void giveBack(ShopKey shop, String journey, String name, YearMonth month) {
        jdbc.sql(GIVE_BACK).params(shop.name(), journey, name, month.toString()).update();
    }
}
