package dev.afterglow.journey;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All editions of all folders, and when each came into use. */
@Repository
class EditionRows {

    /** The edition that came into use last for this journey, with this version of the engine's. */
    static final String OF_VERSION = """
            select edition from releases where journey = ? and version = ? order by seq desc fetch first 1 rows only
            """;

    private static final String INSERT = """
            insert into editions (hash, folder, revision, changed, kept_at) values (?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String REVIVE =
            "update editions set pruned_at = null where hash = ? and pruned_at is not null";
    // why: the first commit that holds it says where it comes from; later ones only hold it too.
    private static final String COMMITTED = """
            update editions set revision = ?, changed = false where hash = ? and (revision is null or changed)
            """;
    private static final String INSERT_CONTENT =
            "insert into file_contents (hash, content) values (?, ?) on conflict do nothing";
    private static final String INSERT_FILE =
            "insert into edition_files (edition, path, content) values (?, ?, ?) on conflict do nothing";
    private static final String INSERT_RELEASE = """
            insert into releases (folder, edition, journey, version, released_at) values (?, ?, ?, ?, ?)
            """;
    private static final String LAST_OF_JOURNEY = """
            select edition, version from releases where folder = ? and journey = ?
            order by seq desc fetch first 1 rows only
            """;
    private static final String LAST_OF_FOLDER = """
            select edition, version from releases where folder = ? and journey is null
            order by seq desc fetch first 1 rows only
            """;
    private static final String NEWEST = """
            select folder, journey, edition from releases
            where seq in (select max(seq) from releases group by folder, journey) order by seq
            """;
    private static final String FILES = """
            select e.folder, f.path, c.content from edition_files f join editions e on e.hash = f.edition
            join file_contents c on c.hash = f.content where f.edition = ?
            """;
    private static final String IN_USE = """
            select r.journey, r.folder, e.hash, r.version, e.revision, e.changed, r.released_at, e.pruned_at,
              coalesce(c.started, 0) as started, coalesce(c.running, 0) as running,
              r.seq = (select max(n.seq) from releases n where n.journey = r.journey) as newest
            from releases r join editions e on e.hash = r.edition
              left join (select journey, edition, count(*) filter (where state <> 'declined') as started,
                  count(*) filter (where state = 'running') as running from runs group by journey, edition) c
                on c.journey = r.journey and c.edition = r.edition
            where r.seq in (select max(l.seq) from releases l where l.journey is not null group by l.journey, l.edition)
            order by r.journey, r.seq desc
            """;
    // why: kept are those that serve whoever comes now, those somebody is on the way with, and those of late.
    private static final String FORGOTTEN = """
            select e.hash from editions e where e.pruned_at is null
              and not exists (select 1 from releases r where r.edition = e.hash
                and r.seq in (select max(n.seq) from releases n group by n.folder, n.journey))
              and not exists (select 1 from releases later where later.released_at > :since
                and later.seq = (select min(n.seq) from releases n where n.folder = e.folder
                  and n.seq > (select max(o.seq) from releases o where o.edition = e.hash)))
              and not exists (select 1 from runs where runs.edition = e.hash
                and (runs.state = 'running' or runs.ended_at > :since))
            """;
    private static final String UNUSED_CONTENT = """
            delete from file_contents where not exists
              (select 1 from edition_files f where f.content = file_contents.hash)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EditionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What serves whoever comes now, by folder and by journey. */
    record Newest(Map<String, String> ofFolder, Map<String, String> ofJourney) {}

    /**
     * Puts an edition into use, on these versions of the engine's.
     *
     * @param versions empty for a folder without a diagram
     */
    @Transactional
    void release(Edition edition, @Nullable Revision revision, List<EngineVersion> versions) {
        keep(edition, revision);
        String folder = edition.folder().name();
        if (versions.isEmpty()) {
            note(folder, edition.hash(), null, jdbc.sql(LAST_OF_FOLDER).params(folder));
        }
        versions.forEach(version ->
                note(folder, edition.hash(), version, jdbc.sql(LAST_OF_JOURNEY).params(folder, version.journey())));
    }

    private void keep(Edition edition, @Nullable Revision revision) {
        boolean isNew = jdbc.sql(INSERT)
                        .param(edition.hash())
                        .param(edition.folder().name())
                        .param(revision == null ? null : revision.commit())
                        .param(revision != null && revision.changed())
                        .param(Instants.param(clock.instant()))
                        .update()
                == 1;
        if (isNew || jdbc.sql(REVIVE).param(edition.hash()).update() == 1) {
            edition.folder().files().forEach((path, content) -> {
                String hash = Edition.hash(content);
                jdbc.sql(INSERT_CONTENT).params(hash, content).update();
                jdbc.sql(INSERT_FILE).params(edition.hash(), path, hash).update();
            });
        }
        if (!isNew && revision != null && !revision.changed()) {
            jdbc.sql(COMMITTED).params(revision.commit(), edition.hash()).update();
        }
    }

    private void note(
            String folder, String edition, @Nullable EngineVersion version, JdbcClient.StatementSpec lastRelease) {
        String now = edition + "/" + (version == null ? 0 : version.version());
        boolean isInUse = lastRelease
                .query((row, number) -> row.getString("edition") + "/" + row.getInt("version"))
                .optional()
                .filter(now::equals)
                .isPresent();
        if (!isInUse) {
            jdbc.sql(INSERT_RELEASE)
                    .param(folder)
                    .param(edition)
                    .param(version == null ? null : version.journey())
                    .param(version == null ? 0 : version.version())
                    .param(Instants.param(clock.instant()))
                    .update();
        }
    }

    Newest newest() {
        Newest newest = new Newest(new HashMap<>(), new HashMap<>());
        jdbc.sql(NEWEST).query(row -> {
            newest.ofFolder().put(row.getString("folder"), row.getString("edition"));
            if (row.getString("journey") != null) {
                newest.ofJourney().put(row.getString("journey"), row.getString("edition"));
            }
        });
        return newest;
    }

    /** The edition that came into use last with this version of the engine's. */
    Optional<String> ofVersion(String journey, int version) {
        return jdbc.sql(OF_VERSION).params(journey, version).query(String.class).optional();
    }

    /** The edition with its files; empty when they are not kept (any more). */
    Optional<Edition> find(String hash) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> folder = new ArrayList<>();
        jdbc.sql(FILES).param(hash).query(row -> {
            folder.add(row.getString("folder"));
            files.put(row.getString("path"), row.getBytes("content"));
        });
        return folder.stream().findFirst().map(name -> new Edition(hash, new JourneyFolder(name, files)));
    }

    /** Every edition of every journey, the newest of each first. */
    List<EditionInUse> inUse() {
        return jdbc.sql(IN_USE)
                .query((row, number) -> new EditionInUse(
                        row.getString("journey"),
                        row.getString("folder"),
                        mark(row),
                        row.getInt("version"),
                        Instants.required(row, "released_at"),
                        row.getObject("pruned_at") == null,
                        row.getBoolean("newest"),
                        row.getLong("started"),
                        row.getLong("running")))
                .list();
    }

    Optional<EditionMark> mark(String hash) {
        return jdbc.sql("select hash, revision, changed from editions where hash = ?")
                .param(hash)
                .query((row, number) -> mark(row))
                .optional();
    }

    /**
     * Takes out the files of editions that have not served anybody since then, and that nobody is on the way with.
     *
     * @return how many editions
     */
    @Transactional
    int prune(Instant since) {
        List<String> forgotten = jdbc.sql(FORGOTTEN)
                .param("since", Instants.param(since))
                .query(String.class)
                .list();
        forgotten.forEach(hash -> {
            jdbc.sql("delete from edition_files where edition = ?").param(hash).update();
            jdbc.sql("update editions set pruned_at = ? where hash = ?")
                    .params(Instants.param(clock.instant()), hash)
                    .update();
        });
        if (!forgotten.isEmpty()) {
            jdbc.sql(UNUSED_CONTENT).update();
        }
        return forgotten.size();
    }

    private static EditionMark mark(ResultSet row) throws SQLException {
        return new EditionMark(row.getString("hash"), row.getString("revision"), row.getBoolean("changed"));
    }
}
