package dev.afterglow.console;

import com.fasterxml.uuid.Generators;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at what a sender told without the mask. */
@Repository
class Looks {

    /** Somebody looked. */
    record Look(String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Looks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records that somebody looks now. */
    @Transactional
    public void record(long eventSeq, String by) {
        jdbc.sql("insert into event_looks (id, event_seq, looked_by, looked_at) values (?, ?, ?, ?)")
                .param(Generators.timeBasedEpochGenerator().generate().toString())
                .param(eventSeq)
                .param(by)
                .param(Instants.param(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<Look> of(long eventSeq) {
        return jdbc.sql("select looked_by, looked_at from event_looks where event_seq = ? order by id")
                .param(eventSeq)
                .query((row, number) -> new Look(row.getString("looked_by"), Instants.required(row, "looked_at")))
                .list();
    }
}
