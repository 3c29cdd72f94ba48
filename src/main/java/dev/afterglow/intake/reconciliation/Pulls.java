package dev.afterglow.intake.reconciliation;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the orders of every account are pulled. Replicas take turns. */
@Repository
class Pulls {

    private static final String BEGIN = """
            insert into pulls (account, turn, due_at, seen, found, refused, failures)
            values (?, 0, ?, 0, 0, 0, 0) on conflict do nothing
            """;
    private static final String DUE = """
            select * from pulls where account in (:accounts) and due_at <= :now
            order by due_at, account limit 1 for update skip locked
            """;
    private static final String SAVE = """
            update pulls set due_at = ?, reached = ?, window_from = ?, window_until = ?, page = ?,
              seen = ?, found = ?, refused = ?, failures = ?, trouble = ?, finished_at = ?
            where account = ? and turn = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Pulls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** These accounts are pulled from now on; those that are already go on where they were. */
    @Transactional
    void begin(Collection<String> accounts) {
        accounts.forEach(account ->
                jdbc.sql(BEGIN).params(account, Instants.param(clock.instant())).update());
    }

    /** Takes one that is due, and keeps it from others for so long. */
    @Transactional
    Optional<Pull> take(Collection<String> accounts, Duration lease) {
        Instant now = clock.instant();
        Optional<Pull> due = accounts.isEmpty()
                ? Optional.empty()
                : jdbc.sql(DUE)
                        .param("accounts", accounts)
                        .param("now", Instants.param(now))
                        .query(Pulls::pull)
                        .optional();
        return due.map(pull -> {
            jdbc.sql("update pulls set due_at = ?, turn = turn + 1 where account = ?")
                    .params(Instants.param(now.plus(lease)), pull.account())
                    .update();
            return pull.taken();
        });
    }

    /** Keeps how far it is; false when somebody else took it meanwhile, and nothing was kept. */
    @Transactional
    boolean save(Pull pull) {
        Window window = pull.window();
        Trouble trouble = pull.trouble();
        return jdbc.sql(SAVE)
                        .param(Instants.param(pull.dueAt()))
                        .param(Instants.param(pull.reached()))
                        .param(Instants.param(window == null ? null : window.from()))
                        .param(Instants.param(window == null ? null : window.until()))
                        .param(pull.page())
                        .param(pull.counts().seen())
                        .param(pull.counts().found())
                        .param(pull.counts().refused())
                        .param(pull.failures())
                        .param(trouble == null ? null : trouble.word())
                        .param(Instants.param(pull.finishedAt()))
                        .param(pull.account())
                        .param(pull.turn())
                        .update()
                == 1;
    }

    /** How far these are. */
    List<Pull> of(Collection<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : jdbc.sql("select * from pulls where account in (:accounts) order by account")
                        .param("accounts", accounts)
                        .query(Pulls::pull)
                        .list();
    }

    private static Pull pull(ResultSet row, int number) throws SQLException {
        Instant from = Instants.optional(row, "window_from");
        Instant until = Instants.optional(row, "window_until");
        String trouble = row.getString("trouble");
        return new Pull(
                row.getString("account"),
                row.getLong("turn"),
                Instants.required(row, "due_at"),
                Instants.optional(row, "reached"),
                from == null || until == null ? null : new Window(from, until),
                row.getString("page"),
                new Pull.Counts(row.getInt("seen"), row.getInt("found"), row.getInt("refused")),
                row.getInt("failures"),
                trouble == null ? null : Trouble.of(trouble),
                Instants.optional(row, "finished_at"));
    }
}
