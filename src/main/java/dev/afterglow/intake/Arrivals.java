package dev.afterglow.intake;

import dev.afterglow.journey.Recording;
import dev.afterglow.sql.Instants;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reports that arrived in a rush, and are yet to be understood. */
@Repository
class Arrivals {

    // why: what a sender says in ten letters can take a hundred and fifty in our words, and there is room for a
    // million.
    private static final int LONGEST = 60_000;
    private static final int LONGEST_FAILURE = 300;
    private static final Duration TRY_AGAIN = Duration.ofMinutes(10);

    private static final String PUT =
            "insert into arrivals (id, sender, told, body, received_at) values (?, ?, ?, ?, ?)";
    private static final String ROWS = "select seq, id, told, body, received_at from arrivals";
    private static final String DUE = " where failed_at is null or failed_at < ? order by seq limit ?";

    /** A report and its place in the row. */
    record Row(long seq, String id, Instant receivedAt, String told, String body) {

        /** @throws IllegalArgumentException when it cannot be read */
        Arrival arrival() {
            return new Arrival(id, receivedAt, ToldJson.read(told, body));
        }
    }

    /** Where a report waits, and its id. */
    record Place(long seq, String id) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Whether there is room for it here. */
    static boolean takes(Told told) {
        return told.canWait() && told.body().length() <= LONGEST;
    }

    /** Keeps them, for whoever understands them later. */
    @Transactional
    public List<Recording> put(List<Arrival> arrivals) {
        batches.batchUpdate(PUT, arrivals.stream().map(Arrivals::row).toList());
        return arrivals.stream()
                .map(one -> new Recording("received", one.id(), null))
                .toList();
    }

    /** The oldest that wait; nobody else gets any until the transaction ends, so that they are understood in order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Row> next(int most) {
        return jdbc.sql(ROWS + DUE + " for update")
                .params(due(), most)
                .query(Arrivals::read)
                .list();
    }

    /** The report in this place, if it still waits there; held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Row> hold(Place place) {
        return jdbc.sql(ROWS + " where seq = ? for update")
                .param(place.seq())
                .query(Arrivals::read)
                .optional();
    }

    /** The places of the oldest that wait. */
    List<Place> places(int most) {
        return jdbc.sql("select seq, id from arrivals" + DUE)
                .params(due(), most)
                .query(Place.class)
                .list();
    }

    /** These have been understood. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(List<Row> rows) {
        jdbc.sql("delete from arrivals where seq in (:rows)")
                .param("rows", rows.stream().map(Row::seq).toList())
                .update();
    }

    /** This one could not be understood, and is tried again in ten minutes. */
    @Transactional
    public void failed(Place place, String failure) {
        jdbc.sql("update arrivals set failed_at = ?, failure = ? where seq = ?")
                .params(
                        Instants.param(clock.instant()),
                        failure.substring(0, Math.min(LONGEST_FAILURE, failure.length())),
                        place.seq())
                .update();
    }

    /** How many wait. */
    long size() {
        return jdbc.sql("select count(*) from arrivals").query(Long.class).single();
    }

    /** When the oldest that waits came in. */
    Optional<Instant> oldest() {
        return jdbc.sql("select received_at from arrivals order by seq limit 1")
                .query((row, number) -> Instants.required(row, "received_at"))
                .optional();
    }

    private @Nullable Object due() {
        return Instants.param(clock.instant().minus(TRY_AGAIN));
    }

    private static Object[] row(Arrival one) {
        Told told = one.told();
        Object at = one.at().atOffset(ZoneOffset.UTC);
        return new Object[] {
            one.id(), told.sender(), ToldJson.write(told), told.body().getBytes(StandardCharsets.UTF_8), at
        };
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("seq"),
                row.getString("id"),
                Instants.required(row, "received_at"),
                row.getString("told"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8));
    }
}
