package dev.afterglow.journey;

import dev.afterglow.journey.Stranger.Judgement;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All versions of processes that were deployed from elsewhere and have work done here. */
@Repository
public class Strangers {

    private static final String OURS = "select count(*) from deployments where journey = ? and version = ?";
    private static final String INSERT = """
            insert into strangers (definition_key, journey, version, seen_at) values (?, ?, ?, ?) on conflict do nothing
            """;
    // why: one that another version replaced matters only to those who are still on it.
    private static final String MATTERING = """
            select journey, version, seen_at, judgement, findings, running from (
              select s.journey, s.version, s.seen_at, coalesce(s.judgement, 'unreadable') as judgement, s.findings,
                (select count(*) from runs r where r.journey = s.journey and r.version = s.version
                   and r.state = 'running') as running,
                coalesce((select max(d.version) from deployments d where d.journey = s.journey), 0) as ours
              from strangers s where not exists
                (select 1 from deployments d where d.journey = s.journey and d.version = s.version)) met
            where version > ours or running > 0 order by journey, version desc
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Strangers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are the newest version of their journey, or that somebody is still on. */
    public List<Stranger> all() {
        return jdbc.sql(MATTERING)
                .query((row, number) -> new Stranger(
                        row.getString("journey"),
                        row.getInt("version"),
                        Instants.required(row, "seen_at"),
                        Judgement.of(row.getString("judgement")),
                        Objects.requireNonNullElse(row.getString("findings"), "")
                                .lines()
                                .toList(),
                        row.getLong("running")))
                .list();
    }

    /** Writes down that work of this version came; true when it did not come from here and nobody noted it before. */
    @Transactional
    boolean meet(EngineVersion version, long definitionKey) {
        boolean ours = jdbc.sql(OURS)
                        .params(version.journey(), version.version())
                        .query(Integer.class)
                        .single()
                > 0;
        return !ours
                && jdbc.sql(INSERT)
                                .param(definitionKey)
                                .param(version.journey())
                                .param(version.version())
                                .param(Instants.param(clock.instant()))
                                .update()
                        == 1;
    }

    /** Writes down what the check says. */
    @Transactional
    void judge(long definitionKey, Judgement judgement, List<String> findings) {
        jdbc.sql("update strangers set judgement = ?, findings = ? where definition_key = ?")
                .params(judgement.word(), String.join("\n", findings), definitionKey)
                .update();
    }
}
