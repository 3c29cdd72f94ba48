package dev.afterglow.feedback;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of all surveys. A survey whose scale was changed has a result for each. */
@Repository
public class Results {

    private static final String ASKED =
            "select survey, kind, count(asked_at) as asked from survey_requests group by survey, kind order by survey, kind";
    private static final String COUNTS = """
            select a.score, count(*) as many from survey_answers a join survey_requests r on r.id = a.request_id
            where r.survey = ? and r.kind = ? group by a.score
            """;
    private static final String LATEST = """
            select r.survey, r.kind, a.score, a.remark, r.product, r.order_id, r.customer_id, a.changed_at
            from survey_answers a join survey_requests r on r.id = a.request_id
            order by a.changed_at desc, a.request_id desc limit ?
            """;

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every survey anybody was asked to answer, by name. */
    public List<Result> all() {
        return jdbc.sql(ASKED)
                .query((row, number) ->
                        result(row.getString("survey"), ScoreKind.of(row.getString("kind")), row.getLong("asked")))
                .list();
    }

    /** Of one survey; empty when nobody was asked. */
    public List<Result> of(String survey) {
        return all().stream().filter(result -> result.survey().equals(survey)).toList();
    }

    /** The latest answers, newest first. */
    public List<Said> latest(int most) {
        return jdbc.sql(LATEST).param(most).query(Results::said).list();
    }

    private Result result(String survey, ScoreKind kind, long asked) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        kind.scores().forEach(score -> counts.put(score, 0L));
        jdbc.sql(COUNTS).params(survey, kind.word()).query(row -> {
            counts.put(row.getInt("score"), row.getLong("many"));
        });
        return new Result(survey, kind, asked, counts, Figure.of(kind, counts));
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getString("survey"),
                ScoreKind.of(row.getString("kind")),
                row.getInt("score"),
                row.getString("remark"),
                row.getString("product"),
                row.getString("order_id"),
                row.getString("customer_id"),
                Instants.required(row, "changed_at"));
    }
}
