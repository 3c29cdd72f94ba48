package dev.afterglow.history;

import com.fasterxml.uuid.Generators;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All imports. Only one of a shop is worked on at a time; the others wait. */
@Repository
public class Imports {

    private static final String INSERT = """
            insert into imports (id, name, size, fingerprint, shop, encoding, cell_separator, cell_quote, column_names,
              zone, currency, date_order, dry_run, state, unused, rows_read, rows_taken, rows_known, rows_refused,
              began_row, asked_by, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'uploading', '', 0, 0, 0, 0, 0, ?, ?)
            """;
    private static final String OPEN = ImportRows.SELECT + """
             where fingerprint = ? and shop = ? and dry_run = ? and state in ('uploading', 'waiting', 'working')
            order by asked_at desc limit 1
            """;
    private static final String DUE = ImportRows.SELECT + """
             where state in ('waiting', 'working') and (leased_until is null or leased_until < ?) order by asked_at
            """;
    private static final String CLAIM = """
            update imports set state = 'working', occupies = shop, worker = ?, leased_until = ?, began_at = ?,
              began_row = rows_read
            where id = ? and state in ('waiting', 'working') and (leased_until is null or leased_until < ?)
            """;
    private static final String RENEW =
            "update imports set leased_until = ? where id = ? and worker = ? and state = 'working'";
    private static final String SURVEYED =
            "update imports set rows_all = ?, unused = ?, began_at = ? where id = ? and worker = ? and state = 'working'";
    private static final String PROGRESS = """
            update imports set rows_read = ?, rows_taken = rows_taken + ?, rows_known = rows_known + ?,
              rows_refused = rows_refused + ?, leased_until = ?
            where id = ? and worker = ? and state = 'working'
            """;
    private static final String END = """
            update imports set state = ?, reason = ?, ended_at = ?, occupies = null, leased_until = null, worker = null
            where id = ? and state in ('uploading', 'waiting', 'working')
            """;
    private static final String AGAIN = """
            update imports set state = ?, reason = null, ended_at = null where id = ? and state in ('cancelled', 'failed')
            """;

    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The import with this id. */
    public Optional<Import> find(String id) {
        return jdbc.sql(ImportRows.SELECT + " where id = ?")
                .param(id)
                .query(ImportRows::read)
                .optional();
    }

    /** The latest ones, newest first. */
    public List<Import> latest(int most) {
        return jdbc.sql(ImportRows.SELECT + " order by asked_at desc, id limit ?")
                .param(most)
                .query(ImportRows::read)
                .list();
    }

    /** Stops it where it is; false when it had ended already. */
    public boolean cancel(String id) {
        return end(id, ImportState.CANCELLED, "");
    }

    /** One that is still to be read, of the same file for the same shop. */
    Optional<Import> open(String fingerprint, Manner manner) {
        return jdbc.sql(OPEN)
                .params(fingerprint, manner.shop().name(), manner.dryRun())
                .query(ImportRows::read)
                .optional();
    }

    /** A new one, whose file is not here yet. */
    Import add(String name, long size, String fingerprint, Manner manner, String askedBy) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        jdbc.sql(INSERT)
                .param(id)
                .param(name)
                .param(size)
                .param(fingerprint.isEmpty() ? null : fingerprint)
                .params(ImportRows.manner(manner))
                .param(askedBy)
                .param(Instants.param(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    /** The whole file is here. */
    void received(String id) {
        jdbc.sql("update imports set state = 'waiting' where id = ? and state = 'uploading'")
                .param(id)
                .update();
    }

    /** It goes on where it was, or its upload does; false when it had not stopped. */
    boolean again(String id, ImportState state) {
        return jdbc.sql(AGAIN).params(state.word(), id).update() == 1;
    }

    /** Those that were over before this, lately. */
    List<String> endedBefore(Instant before) {
        return jdbc.sql("select id from imports where ended_at < ? and ended_at > ? order by ended_at")
                .params(Instants.param(before), Instants.param(before.minus(LATELY)))
                .query(String.class)
                .list();
    }

    /** Those nobody works on, oldest first. */
    List<Import> due() {
        return jdbc.sql(DUE)
                .param(Instants.param(clock.instant()))
                .query(ImportRows::read)
                .list();
    }

    /** Takes one to work on; false when somebody else did, or works on another of that shop. */
    boolean claim(String id, String worker, Duration lease) {
        var now = Instants.param(clock.instant());
        var until = Instants.param(clock.instant().plus(lease));
        try {
            return jdbc.sql(CLAIM).params(worker, until, now, id, now).update() == 1;
        } catch (DuplicateKeyException occupied) {
            return false;
        }
    }

    /** Goes on holding it; false when it was cancelled or lost. */
    boolean renew(String id, String worker, Duration lease) {
        var until = Instants.param(clock.instant().plus(lease));
        return jdbc.sql(RENEW).params(until, id, worker).update() == 1;
    }

    /** Lets it go for anybody to take on. */
    void release(String id, String worker) {
        jdbc.sql(
                        "update imports set leased_until = null, occupies = null where id = ? and worker = ? and state = 'working'")
                .params(id, worker)
                .update();
    }

    /** How many rows there are is known; the work begins now. */
    boolean surveyed(String id, String worker, long rows, List<String> unused) {
        String names = unused.stream().map(ImportRows::fit).collect(Collectors.joining("\n"));
        return jdbc.sql(SURVEYED)
                        .params(rows, ImportRows.shortened(names, 2000), Instants.param(clock.instant()), id, worker)
                        .update()
                == 1;
    }

    /** So far it was read; false when it was cancelled or lost, and nothing may be kept of it. */
    boolean progressed(String id, String worker, long read, Counts counts, Duration lease) {
        var until = Instants.param(clock.instant().plus(lease));
        return jdbc.sql(PROGRESS)
                        .params(read, counts.taken(), counts.known(), counts.refused(), until, id, worker)
                        .update()
                == 1;
    }

    /** It is over; false when it was already. */
    boolean end(String id, ImportState state, String reason) {
        return jdbc.sql(END)
                        .param(state.word())
                        .param(reason.isEmpty() ? null : ImportRows.shortened(ImportRows.fit(reason), 500))
                        .param(Instants.param(clock.instant()))
                        .param(id)
                        .update()
                == 1;
    }
}
