package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives scans that a wrong clock dated too far ahead the time we heard of them: they would win over all that follows. */
final class ScansAhead {

    private static final String HEARD = """
            select at from scans
            where name = ? and status = ? and incident is not distinct from ? and detail is not distinct from ?
              and place is not distinct from ? and at <= ?
            order by at desc limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ScansAhead(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The scan as it is kept under this name of its parcel. */
    Scan dated(String name, Scan seen) {
        Instant now = clock.instant();
        return Ahead.isTooFar(seen.at(), now) ? seen.dated(heard(name, seen, now)) : seen;
    }

    // why: platforms tell all they have of a parcel with each piece of news; heard again is not seen again.
    private Instant heard(String name, Scan seen, Instant now) {
        Incident incident = seen.incident();
        return jdbc.sql(HEARD)
                .params(
                        name,
                        seen.status().word(),
                        incident == null ? null : incident.reason(),
                        seen.detail(),
                        seen.place(),
                        Instants.param(now.plus(Ahead.MOST)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }
}
