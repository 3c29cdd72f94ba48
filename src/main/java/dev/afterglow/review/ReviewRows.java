package dev.afterglow.review;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reviews as rows. */
final class ReviewRows {

    static final String SELECT = """
            select v.id, i.product_id, i.product, r.order_id, r.customer_id, v.stars, v.body, v.author, v.language, v.state,
              v.reason, v.revision, v.given_at, v.changed_at, v.decided_at, v.decided_by
            from reviews v join review_invitations i on i.id = v.id join review_requests r on r.id = i.request_id
            """;

    private ReviewRows() {}

    static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getString("id"),
                row.getString("product_id"),
                row.getString("product"),
                row.getString("order_id"),
                row.getString("customer_id"),
                row.getInt("stars"),
                row.getString("body"),
                row.getString("author"),
                row.getString("language"),
                Review.State.of(row.getString("state")),
                Refusal.of(row.getString("reason")).orElse(null),
                row.getInt("revision"),
                Instants.required(row, "given_at"),
                Instants.required(row, "changed_at"),
                Instants.optional(row, "decided_at"),
                row.getString("decided_by"));
    }
}
