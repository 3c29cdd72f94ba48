package dev.afterglow.recommendation;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What goes well with what, as it was counted the last time. */
@Repository
public class Recommendations {

    private static final String FORGET_PRODUCT = "delete from recommended_products where shop = ? and product = ?";
    private static final String KEEP_PRODUCT = """
            insert into recommended_products (shop, product, sku, title, buyers, sold_at, counted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FORGET_PAIRS = "delete from recommendations where shop = ? and product = ?";
    private static final String KEEP_PAIR = """
            insert into recommendations (shop, product, place, other, together, score) values (?, ?, ?, ?, ?, ?)
            """;
    private static final String PRODUCT =
            "select product, sku, title, buyers, sold_at from recommended_products where shop = ?";
    private static final String PAIRS = """
            select a.product, a.sku, a.title, a.buyers, a.sold_at, b.product as other, b.sku as other_sku,
              b.title as other_title, b.buyers as other_buyers, b.sold_at as other_sold_at, r.together, r.score
            from recommendations r
            join recommended_products a on a.shop = r.shop and a.product = r.product
            join recommended_products b on b.shop = r.shop and b.product = r.other
            where r.shop = :shop and r.product in (:products) and b.sold_at >= :since
            order by r.score desc, r.product, r.place
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Recommendations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The products bought by most people, or those with this id, stock code or piece of a title. */
    public List<Product> products(ShopKey shop, String text, int most) {
        return jdbc.sql(
                        PRODUCT
                                + " and (product = ? or sku = ? or lower(title) like lower(?) escape '!') order by buyers desc, product limit ?")
                .params(shop.name(), text, text, "%" + text.replaceAll("([!%_])", "!$1") + "%", most)
                .query((row, number) -> product(row))
                .list();
    }

    /** The product with this id. */
    public Optional<Product> product(ShopKey shop, String id) {
        return jdbc.sql(PRODUCT + " and product = ?")
                .params(shop.name(), id)
                .query((row, number) -> product(row))
                .optional();
    }

    /**
     * What goes well with any of these, the most surprising first.
     *
     * @param since what was not sold since then is left out
     */
    public List<Pair> with(ShopKey shop, Collection<String> products, Instant since) {
        return products.isEmpty()
                ? List.of()
                : jdbc.sql(PAIRS)
                        .param("shop", shop.name())
                        .param("products", products)
                        .param("since", Instants.param(since))
                        .query(Recommendations::pair)
                        .list();
    }

    /** These products were counted then. */
    @Transactional
    void keep(ShopKey shop, List<Product> products, Instant countedAt) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        products.forEach(one -> rows.add(new @Nullable Object[] {
            shop.name(),
            one.id(),
            one.sku(),
            one.title(),
            one.buyers(),
            Instants.param(one.soldAt()),
            Instants.param(countedAt)
        }));
        batches.batchUpdate(
                FORGET_PRODUCT, keys(shop, products.stream().map(Product::id).toList()));
        batches.batchUpdate(KEEP_PRODUCT, rows);
    }

    /** What goes well with these products, in place of what did. */
    @Transactional
    void replace(ShopKey shop, List<Found> found) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Found one : found) {
            int place = 0;
            for (Found.Other other : one.others()) {
                rows.add(new @Nullable Object[] {
                    shop.name(), one.product(), place++, other.product(), other.together(), other.score()
                });
            }
        }
        batches.batchUpdate(
                FORGET_PAIRS, keys(shop, found.stream().map(Found::product).toList()));
        batches.batchUpdate(KEEP_PAIR, rows);
    }

    /** Products that did not count any more then are forgotten. */
    @Transactional
    void forgetBefore(ShopKey shop, Instant countedAt) {
        jdbc.sql("delete from recommended_products where shop = ? and counted_at < ?")
                .params(shop.name(), Instants.param(countedAt))
                .update();
        jdbc.sql("delete from recommendations where shop = ? and product not in"
                        + " (select p.product from recommended_products p where p.shop = ?)")
                .params(shop.name(), shop.name())
                .update();
    }

    private static List<@Nullable Object[]> keys(ShopKey shop, List<String> products) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        products.forEach(product -> keys.add(new @Nullable Object[] {shop.name(), product}));
        return keys;
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                product(row),
                new Product(
                        row.getString("other"),
                        row.getString("other_sku"),
                        row.getString("other_title"),
                        row.getInt("other_buyers"),
                        Instants.required(row, "other_sold_at")),
                row.getInt("together"),
                row.getDouble("score"));
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString("product"),
                row.getString("sku"),
                row.getString("title"),
                row.getInt("buyers"),
                Instants.required(row, "sold_at"));
    }
}
