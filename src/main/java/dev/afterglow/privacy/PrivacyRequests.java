package dev.afterglow.privacy;

import com.fasterxml.uuid.Generators;
import dev.afterglow.privacy.PrivacyRequest.Kind;
import dev.afterglow.privacy.PrivacyRequest.State;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All that shops asked for in people's names. */
@Repository
public class PrivacyRequests {

    private static final String SELECT = """
            select id, sender, kind, customer_id, state, erased, asked_at, due_at, done_at, done_by
            from privacy_requests
            """;
    private static final String INSERT = """
            insert into privacy_requests (id, sender, shop, sender_request_id, position, kind, customer_id, state, erased,
              asked_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) on conflict do nothing
            """;
    private static final String LATEST =
            SELECT + " order by case when state = 'done' then 1 else 0 end, due_at, id limit ?";
    private static final String DONE = """
            update privacy_requests set state = 'done', done_at = ?, done_by = ?, erased = erased + ?
            where id = ? and state <> 'done'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PrivacyRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What must still be done first, then the rest, the most urgent first. */
    public List<PrivacyRequest> latest(int limit) {
        return jdbc.sql(LATEST).param(limit).query(PrivacyRequests::request).list();
    }

    /** The request with this id. */
    public Optional<PrivacyRequest> find(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(PrivacyRequests::request)
                .optional();
    }

    /** How many wait for somebody. */
    public long waiting() {
        return jdbc.sql("select count(*) from privacy_requests where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    /**
     * Somebody did what a request asked for, or decided that nothing is to be done.
     *
     * @return false when there was nothing left to do
     */
    @Transactional
    public boolean done(String id, String by) {
        return done(id, by, 0);
    }

    /**
     * A member of staff decided that a shop's people are erased after all.
     *
     * @return false when it was not waiting for that
     */
    @Transactional
    public boolean start(String id) {
        return jdbc.sql("update privacy_requests set state = 'running' where id = ? and state = 'waiting' and kind = ?")
                        .params(id, Kind.SHOP_ERASURE.word())
                        .update()
                == 1;
    }

    /** Keeps a request; empty when it was kept before. */
    Optional<String> keep(Asking asking, int position, Kind kind, @Nullable String customerId, State state) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        var due = asking.at().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        int kept = jdbc.sql(INSERT)
                .params(id, asking.sender(), asking.shop().name(), asking.requestId(), position, kind.word())
                .params(customerId, state.word(), Instants.param(asking.at()), Instants.param(due))
                .update();
        return kept == 1 ? Optional.of(id) : Optional.empty();
    }

    boolean done(String id, String by, int erased) {
        return jdbc.sql(DONE)
                        .params(Instants.param(clock.instant()), by, erased, id)
                        .update()
                == 1;
    }

    /** So many more were erased because of it. */
    void advance(String id, int erased) {
        jdbc.sql("update privacy_requests set erased = erased + ? where id = ?")
                .params(erased, id)
                .update();
    }

    /** What is under way, the oldest first. */
    List<PrivacyRequest> running() {
        return jdbc.sql(SELECT + " where state = 'running' order by asked_at, id")
                .query(PrivacyRequests::request)
                .list();
    }

    /** Which shop's people it is about. */
    ShopKey shop(String id) {
        return new ShopKey(jdbc.sql("select shop from privacy_requests where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private static PrivacyRequest request(ResultSet row, int number) throws SQLException {
        return new PrivacyRequest(
                row.getString("id"),
                row.getString("sender"),
                Kind.of(row.getString("kind")),
                row.getString("customer_id"),
                State.of(row.getString("state")),
                row.getInt("erased"),
                Instants.required(row, "asked_at"),
                Instants.required(row, "due_at"),
                Instants.optional(row, "done_at"),
                row.getString("done_by"));
    }
}
