package dev.afterglow.feedback;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All answers; of one person to one request the latest. */
@Repository
class Answers {

    private static final String FIND = """
            select request_id, score, remark, revision, answered_at, changed_at from survey_answers where request_id = ?
            """;
    private static final String FIRST = """
            insert into survey_answers (request_id, score, remark, revision, answered_at, changed_at)
            values (?, ?, ?, 1, ?, ?) on conflict do nothing
            """;
    private static final String CHANGE = """
            update survey_answers set score = ?, remark = ?, revision = revision + 1, changed_at = ? where request_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was answered, if anything. */
    Optional<Answer> of(String requestId) {
        Map<String, String> extras = new LinkedHashMap<>();
        jdbc.sql("select question, answer from survey_extras where request_id = ? order by question")
                .param(requestId)
                .query(row -> {
                    extras.put(row.getString("question"), row.getString("answer"));
                });
        return jdbc.sql(FIND)
                .param(requestId)
                .query((row, number) -> answer(row, extras))
                .optional();
    }

    /** Keeps an answer in place of the one before; the request must be held. */
    Answer keep(String requestId, int score, @Nullable String remark, Map<String, String> extras) {
        var now = Instants.param(clock.instant());
        if (jdbc.sql(FIRST)
                        .params(requestId, score)
                        .param(remark)
                        .params(now, now)
                        .update()
                == 0) {
            jdbc.sql(CHANGE).param(score).param(remark).params(now, requestId).update();
        }
        jdbc.sql("delete from survey_extras where request_id = ?")
                .param(requestId)
                .update();
        extras.forEach((question, answer) -> jdbc.sql(
                        "insert into survey_extras (request_id, question, answer) values (?, ?, ?)")
                .params(requestId, question, answer)
                .update());
        return of(requestId).orElseThrow();
    }

    private static Answer answer(ResultSet row, Map<String, String> extras) throws SQLException {
        return new Answer(
                row.getInt("score"),
                row.getString("remark"),
                extras,
                row.getInt("revision"),
                Instants.required(row, "answered_at"),
                Instants.required(row, "changed_at"));
    }
}
