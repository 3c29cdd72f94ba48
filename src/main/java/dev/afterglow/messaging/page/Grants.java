package dev.afterglow.messaging.page;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.customer.Topic;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All addresses given out, by the hashes of their tokens. */
@Repository
class Grants {

    private static final String INSERT = """
            insert into page_grants (token_hash, scope, message_id, customer_id, channel, topic, url, created_at,
              expires_at, visits)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;
    private static final String FIND = """
            select scope, message_id, customer_id, channel, topic, url, expires_at
            from page_grants where token_hash = ? and scope = ? and expires_at > ?
            """;
    private static final String VISIT =
            "update page_grants set visits = visits + 1, visited_at = ? where token_hash = ?";

    private static final String SWEEP = """
            delete from page_grants where token_hash in
              (select token_hash from page_grants where expires_at <= ? limit ?)
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Grants(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what these tokens open; nothing for none. */
    void keep(Map<Token, Grant> issued) {
        if (issued.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        issued.forEach((token, grant) -> rows.add(row(token, grant)));
        jdbc.batchUpdate(INSERT, rows);
    }

    /** What the token opens in that scope; empty when it is unknown, meant for something else, or too old. */
    Optional<Grant> find(Scope scope, Token token) {
        return jdbc.query(FIND, Grants::grant, token.hash(), scope.word(), Instants.param(clock.instant())).stream()
                .findFirst();
    }

    /** Counts one more visit. */
    void visit(Token token) {
        jdbc.update(VISIT, Instants.param(clock.instant()), token.hash());
    }

    /**
     * Takes out what opens nothing any more, so many at most.
     *
     * @return how many
     */
    int sweep(int most) {
        return jdbc.update(SWEEP, Instants.param(clock.instant()), most);
    }

    /** What was given to one of two goes over to the person they turned out to be. */
    @EventListener
    void merged(CustomersMerged two) {
        jdbc.update("update page_grants set customer_id = ? where customer_id = ?", two.stayed(), two.merged());
    }

    private @Nullable Object[] row(Token token, Grant grant) {
        return Arrays.<@Nullable Object>asList(
                        token.hash(),
                        grant.scope().word(),
                        grant.messageId(),
                        grant.customerId(),
                        grant.channel(),
                        grant.topic().word(),
                        grant.url(),
                        Instants.param(clock.instant()),
                        Instants.param(grant.expiresAt()))
                .toArray();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("message_id"),
                row.getString("customer_id"),
                row.getString("channel"),
                Topic.of(row.getString("topic")),
                row.getString("url"),
                Instants.required(row, "expires_at"));
    }
}
