package dev.afterglow.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Cancellations;
import dev.afterglow.privacy.Receipt.Ending;
import dev.afterglow.privacy.Receipt.Summary;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The receipts of all erasures. */
@Repository
class Receipts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT = """
            insert into erasures (reference, customer_id, asked_by, email_hash, summary, erased_at)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            select reference, customer_id, asked_by, email_hash, summary, erased_at from erasures where customer_id = ?
            """;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Cancellations cancellations;

    Receipts(JdbcClient jdbc, Customers customers, Cancellations cancellations) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.cancellations = cancellations;
    }

    /** The receipt of the erasure of this customer, under the id that counted. */
    Optional<Receipt> find(String customerId) {
        return jdbc.sql(FIND).param(customerId).query(this::receipt).optional();
    }

    /** The customers erased since then. */
    List<String> erasedSince(Instant then) {
        return jdbc.sql("select customer_id from erasures where erased_at >= ?")
                .param(Instants.param(then))
                .query(String.class)
                .list();
    }

    void keep(
            String reference,
            String customerId,
            String askedBy,
            @Nullable String emailHash,
            Summary summary,
            Instant erasedAt) {
        jdbc.sql(INSERT)
                .param(reference)
                .param(customerId)
                .param(askedBy)
                .param(emailHash)
                .param(json(summary))
                .param(Instants.param(erasedAt))
                .update();
    }

    private Receipt receipt(ResultSet row, int number) throws SQLException {
        String customerId = row.getString("customer_id");
        return new Receipt(
                row.getString("reference"),
                customerId,
                row.getString("asked_by"),
                Instants.required(row, "erased_at"),
                row.getString("email_hash"),
                summary(row.getString("summary")),
                cancellations.ofCustomers(customers.ids(customerId)).stream()
                        .map(one -> new Ending(
                                String.valueOf(one.instanceKey()), one.attempts(), one.outcome(), one.doneAt()))
                        .toList());
    }

    private static String json(Summary summary) {
        try {
            return JSON.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts are always JSON", e);
        }
    }

    private static Summary summary(String json) throws SQLException {
        try {
            return JSON.readValue(json, Summary.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("the column summary does not hold what we wrote", e);
        }
    }
}
