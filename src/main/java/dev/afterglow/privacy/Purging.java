package dev.afterglow.privacy;

import dev.afterglow.privacy.Holding.Purged;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Empties what was kept long enough. Takes small batches and leaves rows that others hold, so nobody waits for it. */
@Service
class Purging {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PrivacySettings settings;
    private final Clock clock;
    private final PersonalData data = PersonalData.read();

    Purging(JdbcClient jdbc, TransactionOperations transactions, PrivacySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empties everything that is too old now, and tells how many rows that were. */
    int purge() {
        return data.personal().stream()
                .filter(holding -> holding.purged() != null)
                .mapToInt(holding -> purge(holding.table(), Objects.requireNonNull(holding.purged())))
                .sum();
    }

    private int purge(String table, Purged rule) {
        int all = 0;
        int last;
        do {
            last = Objects.requireNonNull(transactions.execute(status -> batch(table, rule)));
            all += last;
        } while (last == settings.purgeBatch());
        return all;
    }

    private int batch(String table, Purged rule) {
        List<String> old = jdbc.sql(tooOld(table, rule))
                .params(Instants.param(before(rule)), settings.purgeBatch())
                .query(String.class)
                .list();
        if (!old.isEmpty()) {
            jdbc.sql("update " + table + " set " + changes(rule) + " where " + rule.key() + " in (:old)")
                    .param("old", old)
                    .param("now", Instants.param(clock.instant()))
                    .update();
        }
        return old.size();
    }

    private static String changes(Purged rule) {
        String emptying = ErasingRows.emptying(rule.emptied(), rule.blanked());
        return rule.stamped() == null ? emptying : emptying + ", " + rule.stamped() + " = :now";
    }

    private static String tooOld(String table, Purged rule) {
        return "select " + rule.key() + " from " + table + " where " + rule.since() + " < ?"
                + (rule.only() == null ? "" : " and (" + rule.only() + ")")
                + " order by " + rule.since() + " limit ? for update skip locked";
    }

    private Instant before(Purged rule) {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(settings.time(rule.after()))
                .toInstant();
    }
}
