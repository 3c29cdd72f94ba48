package dev.afterglow.review;

import dev.afterglow.review.Review.State;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All reviews: as they were written, and what was decided about showing them. */
@Repository
public class Reviews {

    private static final String FIRST = """
            insert into reviews (id, stars, body, author, language, state, revision, given_at, changed_at)
            values (?, ?, ?, ?, ?, 'waiting', 1, ?, ?) on conflict do nothing
            """;
    private static final String CHANGE = """
            update reviews set stars = ?, body = ?, author = ?, language = ?, state = 'waiting', reason = null,
              revision = revision + 1, changed_at = ?, decided_at = null, decided_by = null
            where id = ? and state <> 'published'
            """;
    private static final String DECIDE = """
            update reviews set state = ?, reason = ?, decided_at = ?, decided_by = ?
            where id = ? and revision = ? and state = 'waiting' and (body is not null or ? = 'published')
            """;
    private static final String UNDO = """
            update reviews set state = 'waiting', reason = null, decided_at = ?, decided_by = ?
            where id = ? and state <> 'waiting'
            """;
    // why: oldest first and nothing else, for stars decide nothing about showing a review, not even when.
    private static final String WAITING = " where v.state = 'waiting' order by v.changed_at, v.id limit ?";
    private static final String DECIDED = " where v.state <> 'waiting' order by v.decided_at desc, v.id desc limit ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The review with this id. */
    public Optional<Review> find(String id) {
        return jdbc.sql(ReviewRows.SELECT + " where v.id = ?")
                .param(id)
                .query(ReviewRows::review)
                .optional();
    }

    /** Those nobody has decided about, oldest first. */
    public List<Review> waiting(int most) {
        return jdbc.sql(ReviewRows.SELECT + WAITING)
                .param(most)
                .query(ReviewRows::review)
                .list();
    }

    /** How many nobody has decided about. */
    public long waiting() {
        return jdbc.sql("select count(*) from reviews where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    /** Those somebody decided about, the latest decision first. */
    public List<Review> decided(int most) {
        return jdbc.sql(ReviewRows.SELECT + DECIDED)
                .param(most)
                .query(ReviewRows::review)
                .list();
    }

    /**
     * Everybody may read it from now on.
     *
     * @param revision what was read before deciding
     * @return false when it was changed or decided about meanwhile
     */
    @Transactional
    public boolean publish(String id, int revision, String by) {
        return decide(id, revision, State.PUBLISHED, null, by);
    }

    /**
     * Nobody may read it, for this reason; otherwise as {@link #publish}. What has no words is never refused: of stars alone
     * no reason can be true.
     */
    @Transactional
    public boolean refuse(String id, int revision, Refusal reason, String by) {
        return decide(id, revision, State.REFUSED, reason, by);
    }

    /**
     * It waits again, as if nobody had decided.
     *
     * @return false when it waits already
     */
    @Transactional
    public boolean undo(String id, String by) {
        return jdbc.sql(UNDO).params(Instants.param(clock.instant()), by, id).update() == 1;
    }

    /**
     * Keeps what somebody wrote in place of what they wrote before; it waits for somebody to decide.
     *
     * @return false when it is published, and stays as it is
     */
    boolean keep(String id, Written written, @Nullable String author, String language) {
        var now = Instants.param(clock.instant());
        int first = jdbc.sql(FIRST)
                .params(Arrays.asList(id, written.stars(), written.text(), author, language, now, now))
                .update();
        return first == 1
                || jdbc.sql(CHANGE)
                                .params(Arrays.asList(written.stars(), written.text(), author, language, now, id))
                                .update()
                        == 1;
    }

    private boolean decide(String id, int revision, State state, @Nullable Refusal reason, String by) {
        return jdbc.sql(DECIDE)
                        .params(Arrays.asList(
                                state.word(),
                                reason == null ? null : reason.word(),
                                Instants.param(clock.instant()),
                                by,
                                id,
                                revision,
                                state.word()))
                        .update()
                == 1;
    }
}
