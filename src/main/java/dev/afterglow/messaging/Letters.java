package dev.afterglow.messaging;

import dev.afterglow.messaging.Letter.Status;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All letters, as the person who empties the queue sees them. */
@Repository
public class Letters {

    private static final String SELECT = """
            select message_id, recipient, subject, locale, status, wanted_at, due_at, settled_at, settled_by, reason
            from letters
            """;
    private static final String SETTLE = """
            update letters set status = ?, settled_at = ?, settled_by = ?, reason = ?
            where message_id = ? and status = 'waiting'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those nobody has posted yet, the most urgent first. */
    public List<Letter> waiting(int most) {
        return jdbc.sql(SELECT + " where status = 'waiting' order by due_at, message_id limit ?")
                .param(most)
                .query(Letters::letter)
                .list();
    }

    /** The letter of this message. */
    public Optional<Letter> find(String messageId) {
        return jdbc.sql(SELECT + " where message_id = ?")
                .param(messageId)
                .query(Letters::letter)
                .optional();
    }

    /** The page to print: HTML with rules for paper in it; shown to staff only, in a frame where nothing runs. */
    public Optional<String> page(String messageId) {
        return jdbc.sql("select html from letters where message_id = ?")
                .param(messageId)
                .query(String.class)
                .optional();
    }

    /**
     * It is in the post.
     *
     * @param by who posted it
     * @return false when somebody had settled it before
     */
    public boolean done(String messageId, String by) {
        return settle(messageId, Status.DONE, by, null);
    }

    /**
     * It is not posted.
     *
     * @param by who decided so
     * @return false when somebody had settled it before
     */
    public boolean skip(String messageId, String by, String reason) {
        return settle(messageId, Status.SKIPPED, by, reason);
    }

    /**
     * Takes out all letters to a customer who is to be forgotten.
     *
     * @return how many there were
     */
    public int forget(String customerId) {
        return jdbc.sql("delete from letters where recipient = ?")
                .param(customerId)
                .update();
    }

    private boolean settle(String messageId, Status status, String by, @Nullable String reason) {
        return jdbc.sql(SETTLE)
                        .param(status.word())
                        .param(Instants.param(clock.instant()))
                        .param(by)
                        .param(reason)
                        .param(messageId)
                        .update()
                == 1;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("locale"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Instants.required(row, "wanted_at"),
                Instants.required(row, "due_at"),
                Instants.optional(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("reason"));
    }
}
