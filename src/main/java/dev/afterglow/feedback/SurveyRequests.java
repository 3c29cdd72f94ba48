package dev.afterglow.feedback;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who was asked, once for each step of a run; and the keys of the pages they answer on. */
@Repository
class SurveyRequests {

    private static final String COLUMNS = """
            r.id, r.survey, r.kind, r.journey, r.business_key, r.step, r.order_id, r.customer_id, r.product_id, r.product,
            r.opened_at, r.asked_at, r.closes_at, r.closed_at
            """;
    private static final String OPEN = """
            insert into survey_requests (id, survey, kind, journey, business_key, step, order_id, customer_id, product_id,
              product, opened_at, closes_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String OF_STEP =
            "select " + COLUMNS + " from survey_requests r where r.journey = ? and r.business_key = ? and r.step = ?";
    private static final String LATEST = "select " + COLUMNS
            + " from survey_requests r where r.journey = ? and r.business_key = ? order by r.opened_at desc, r.id desc limit 1";
    private static final String BY_KEY = "select " + COLUMNS
            + ", k.message_id from survey_requests r join survey_keys k on k.request_id = r.id where k.key_hash = ?";
    private static final String ASKED = "update survey_requests set asked_at = ? where id = ? and asked_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    SurveyRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A request and the message whose link was followed. */
    record Opened(SurveyRequest request, String messageId) {}

    /** The request of this step, if it was opened before. */
    Optional<SurveyRequest> ofStep(String journey, String businessKey, String step) {
        return jdbc.sql(OF_STEP)
                .params(journey, businessKey, step)
                .query(SurveyRequests::request)
                .optional();
    }

    /** The newest of this run. */
    Optional<SurveyRequest> latest(String journey, String businessKey) {
        return jdbc.sql(LATEST)
                .params(journey, businessKey)
                .query(SurveyRequests::request)
                .optional();
    }

    /** Keeps a request unless its step has one; the one that counts is returned. */
    @Transactional
    public SurveyRequest open(SurveyRequest request) {
        jdbc.sql(OPEN)
                .param(request.id())
                .param(request.survey())
                .param(request.kind().word())
                .param(request.journey())
                .param(request.businessKey())
                .param(request.step())
                .param(request.orderId())
                .param(request.customerId())
                .param(request.productId())
                .param(request.product())
                .param(Instants.param(request.openedAt()))
                .param(Instants.param(request.closesAt()))
                .update();
        return ofStep(request.journey(), request.businessKey(), request.step()).orElseThrow();
    }

    /** A message asks with this key; belongs to the transaction that writes the message down. */
    void keep(String keyHash, String requestId, String messageId) {
        var now = Instants.param(clock.instant());
        jdbc.sql("insert into survey_keys (key_hash, request_id, message_id, made_at) values (?, ?, ?, ?)")
                .params(keyHash, requestId, messageId, now)
                .update();
        jdbc.sql(ASKED).params(now, requestId).update();
    }

    /** What a key opens. */
    Optional<Opened> byKey(String keyHash) {
        return jdbc.sql(BY_KEY)
                .param(keyHash)
                .query((row, number) -> new Opened(request(row, number), row.getString("message_id")))
                .optional();
    }

    /** The same request, and nobody else changes it until the transaction ends. */
    SurveyRequest hold(String id) {
        return jdbc.sql("select " + COLUMNS + " from survey_requests r where r.id = ? for update")
                .param(id)
                .query(SurveyRequests::request)
                .single();
    }

    /** It was not answered in time. */
    @Transactional
    public void close(String id) {
        jdbc.sql("update survey_requests set closed_at = ? where id = ? and closed_at is null")
                .params(Instants.param(clock.instant()), id)
                .update();
    }

    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql("update survey_requests set customer_id = ? where customer_id = ?")
                .params(merge.stayed(), merge.merged())
                .update();
    }

    static SurveyRequest request(ResultSet row, int number) throws SQLException {
        return new SurveyRequest(
                row.getString("id"),
                row.getString("survey"),
                ScoreKind.of(row.getString("kind")),
                row.getString("journey"),
                row.getString("business_key"),
                row.getString("step"),
                row.getString("order_id"),
                row.getString("customer_id"),
                row.getString("product_id"),
                row.getString("product"),
                Instants.required(row, "opened_at"),
                Instants.optional(row, "asked_at"),
                Instants.required(row, "closes_at"),
                Instants.optional(row, "closed_at"));
    }
}
