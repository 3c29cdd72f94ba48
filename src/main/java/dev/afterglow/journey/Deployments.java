package dev.afterglow.journey;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was deployed when. */
@Repository
public class Deployments {

    private static final String LATEST = """
            select journey, version, name, folder, deployed_at from deployments d
            where version = (select max(version) from deployments o where o.journey = d.journey) order by journey
            """;
    private static final String INSERT = """
            insert into deployments (journey, version, name, folder, content_hash, deployed_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deployments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest version of every journey that was ever deployed from here. */
    public List<Deployment> latest() {
        return jdbc.sql(LATEST)
                .query((row, number) -> new Deployment(
                        row.getString("journey"),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("folder"),
                        Instants.required(row, "deployed_at")))
                .list();
    }

    /** Keeps a version the engine gave; true when it was not known before. */
    boolean keep(String journey, int version, @Nullable String name, JourneyFolder folder) {
        return jdbc.sql(INSERT)
                        .params(
                                journey,
                                version,
                                name,
                                folder.name(),
                                folder.contentHash(),
                                Instants.param(clock.instant()))
                        .update()
                == 1;
    }
}
