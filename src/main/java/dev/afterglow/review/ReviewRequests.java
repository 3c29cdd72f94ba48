package dev.afterglow.review;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who was asked for reviews, and the keys of the pages they write on. */
@Repository
class ReviewRequests {

    /** How long the page of one message is open. */
    static final Duration OPEN_FOR = Duration.ofDays(60);

    // why: what was opened and asks nobody in all this time, because the message was not sent, claims its products no
    // longer.
    private static final Duration CLAIM = Duration.ofDays(90);

    private static final String COLUMNS =
            "r.id, r.journey, r.business_key, r.order_id, r.customer_id, r.opened_at, r.asked_at";
    private static final String OF_RUN =
            "select " + COLUMNS + " from review_requests r where r.journey = ? and r.business_key = ?";
    private static final String BY_KEY = "select " + COLUMNS
            + ", k.message_id, k.made_at from review_requests r join review_keys k on k.request_id = r.id where k.key_hash = ?";
    private static final String OPEN = """
            insert into review_requests (id, journey, business_key, order_id, customer_id, opened_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String INVITE =
            "insert into review_invitations (id, request_id, position, product_id, product) values (?, ?, ?, ?, ?)";
    private static final String INVITATIONS =
            "select id, position, product_id, product from review_invitations where request_id = ? order by position";
    private static final String CLAIMED = """
            select distinct i.product_id from review_invitations i join review_requests r on r.id = i.request_id
            where r.customer_id = ? and (r.asked_at is not null or r.opened_at > ?)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A request, the message whose link was followed, and until when that is open. */
    record Opened(ReviewRequest request, String messageId, Instant closesAt) {

        boolean isOpenAt(Instant now) {
            return now.isBefore(closesAt);
        }
    }

    /** The request of this run, if there is one. */
    Optional<ReviewRequest> ofRun(String journey, String businessKey) {
        return jdbc.sql(OF_RUN)
                .params(journey, businessKey)
                .query((row, number) -> request(row))
                .optional()
                .map(this::whole);
    }

    /** The ids of all products this customer was asked about, or is about to be; the customer must be held. */
    Set<String> productsOf(String customerId) {
        return jdbc.sql(CLAIMED)
                .params(customerId, Instants.param(clock.instant().minus(CLAIM)))
                .query(String.class)
                .set();
    }

    /** Keeps a request unless its run has one; the one that counts is returned. */
    @Transactional
    public ReviewRequest open(ReviewRequest request) {
        int rows = jdbc.sql(OPEN)
                .params(
                        request.id(),
                        request.journey(),
                        request.businessKey(),
                        request.orderId(),
                        request.customerId(),
                        Instants.param(request.openedAt()))
                .update();
        if (rows == 1) {
            request.invitations()
                    .forEach(one -> jdbc.sql(INVITE)
                            .params(one.id(), request.id(), one.position(), one.productId(), one.product())
                            .update());
        }
        return ofRun(request.journey(), request.businessKey()).orElseThrow();
    }

    /** A message asks with this key; belongs to the transaction that writes the message down. */
    void keep(String keyHash, String requestId, String messageId) {
        var now = Instants.param(clock.instant());
        jdbc.sql("insert into review_keys (key_hash, request_id, message_id, made_at) values (?, ?, ?, ?)")
                .params(keyHash, requestId, messageId, now)
                .update();
        jdbc.sql("update review_requests set asked_at = ? where id = ? and asked_at is null")
                .params(now, requestId)
                .update();
    }

    /** What a key opens. */
    Optional<Opened> byKey(String keyHash) {
        return jdbc.sql(BY_KEY)
                .param(keyHash)
                .query((row, number) -> new Opened(
                        request(row),
                        row.getString("message_id"),
                        Instants.required(row, "made_at").plus(OPEN_FOR)))
                .optional()
                .map(opened -> new Opened(whole(opened.request()), opened.messageId(), opened.closesAt()));
    }

    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql("update review_requests set customer_id = ? where customer_id = ?")
                .params(merge.stayed(), merge.merged())
                .update();
    }

    private static ReviewRequest request(ResultSet row) throws SQLException {
        return new ReviewRequest(
                row.getString("id"),
                row.getString("journey"),
                row.getString("business_key"),
                row.getString("order_id"),
                row.getString("customer_id"),
                Instants.required(row, "opened_at"),
                Instants.optional(row, "asked_at"),
                List.of());
    }

    private ReviewRequest whole(ReviewRequest bare) {
        return bare.about(jdbc.sql(INVITATIONS)
                .param(bare.id())
                .query((row, number) -> new Invitation(
                        row.getString("id"),
                        row.getInt("position"),
                        row.getString("product_id"),
                        row.getString("product")))
                .list());
    }
}
