package dev.afterglow.support;

import com.fasterxml.uuid.Generators;
import dev.afterglow.sql.Instants;
import dev.afterglow.support.CaseEntry.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that was done about all cases. */
@Repository
public class CaseEntries {

    private static final String ADD =
            "insert into case_entries (id, case_id, kind, at, made_by, about, words) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String OF =
            "select id, case_id, kind, at, made_by, about, words from case_entries where case_id = ? order by at, id";

    private final JdbcClient jdbc;

    CaseEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done about this case, oldest first. */
    public List<CaseEntry> of(String caseId) {
        return jdbc.sql(OF)
                .param(caseId)
                .query((row, number) -> new CaseEntry(
                        row.getString("id"),
                        row.getString("case_id"),
                        Kind.of(row.getString("kind")),
                        Instants.required(row, "at"),
                        row.getString("made_by"),
                        row.getString("about"),
                        row.getString("words")))
                .list();
    }

    /**
     * Writes down what was done.
     *
     * @return the id of the entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    String add(
            String caseId, Kind kind, Instant at, @Nullable String by, @Nullable String about, @Nullable String words) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        jdbc.sql(ADD)
                .params(id, caseId, kind.word(), Instants.param(at))
                .param(by)
                .param(about)
                .param(words)
                .update();
        return id;
    }
}
