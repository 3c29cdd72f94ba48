package dev.afterglow.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody may read. */
@Repository
class PublishedReviews {

    private static final String COUNTS = """
            select v.stars, count(*) as many from reviews v join review_invitations i on i.id = v.id
            where i.product_id = ? and v.state = 'published' group by v.stars
            """;
    private static final String NEWEST =
            " where i.product_id = ? and v.state = 'published' order by v.given_at desc, v.id desc limit ? offset ?";

    private final JdbcClient jdbc;

    PublishedReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stars of one product, all of them. */
    Rating rating(String productId) {
        Map<Integer, Long> counts = new HashMap<>();
        jdbc.sql(COUNTS).param(productId).query(row -> {
            counts.put(row.getInt("stars"), row.getLong("many"));
        });
        return new Rating(counts);
    }

    /** Reviews of one product, newest first. */
    List<Review> of(String productId, int limit, int offset) {
        return jdbc.sql(ReviewRows.SELECT + NEWEST)
                .params(productId, limit, offset)
                .query(ReviewRows::review)
                .list();
    }
}
