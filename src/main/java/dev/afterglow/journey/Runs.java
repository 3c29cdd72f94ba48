package dev.afterglow.journey;

import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.Run.State;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All runs of all journeys. */
@Repository
public class Runs {

    private static final String COLUMNS = """
            id, journey, version, edition, business_key, instance_key, order_id, customer_id, state, reason, entered_at, ended_at
            """;
    private static final String INSERT = "insert into runs (" + COLUMNS + """
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String FIND = "select " + COLUMNS + " from runs where journey = ? and business_key = ?";
    private static final String END = """
            update runs set state = 'ended', reason = ?, ended_at = ?
            where instance_key = ? and state = 'running'
            """;
    private static final String END_OF_THESE = """
            update runs set state = 'ended', reason = :reason, ended_at = :now
            where state = 'running' and (customer_id in (:customers) or order_id in (:orders))
            """;
    private static final String TAKE_TURN =
            "insert into entrances (journey, customer_id) values (?, ?) on conflict do nothing";
    private static final String HOLD_TURN =
            "select customer_id from entrances where journey = ? and customer_id = ? for update";
    private static final String ENTERED_SINCE = """
            select count(*) from runs where journey = ? and customer_id = ? and instance_key <> ?
              and state <> 'declined' and entered_at > ?
            """;
    private static final String COUNTS = """
            select journey, count(*) filter (where state <> 'declined') as started,
              count(*) filter (where state = 'running') as running, count(*) filter (where state = 'ended') as ended,
              count(*) filter (where state = 'declined') as declined
            from runs group by journey order by journey
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All runs about one order, oldest first. */
    public List<Run> ofOrder(String orderId) {
        return jdbc.sql("select " + COLUMNS + " from runs where order_id = ? order by entered_at, id")
                .param(orderId)
                .query(Runs::run)
                .list();
    }

    /** All runs of one customer, oldest first. */
    public List<Run> ofCustomer(String customerId) {
        return jdbc.sql("select " + COLUMNS + " from runs where customer_id = ? order by entered_at, id")
                .param(customerId)
                .query(Runs::run)
                .list();
    }

    /** What was one customer's is from now on the other's. */
    public void handOver(String fromCustomer, String toCustomer) {
        jdbc.sql("update runs set customer_id = ? where customer_id = ?")
                .params(toCustomer, fromCustomer)
                .update();
    }

    /** The run of this journey for this. */
    public Optional<Run> of(String journey, String businessKey) {
        return jdbc.sql(FIND).params(journey, businessKey).query(Runs::run).optional();
    }

    /** The run of this instance of the engine; empty when the instance was never admitted or declined. */
    public Optional<Run> ofInstance(long instanceKey) {
        return jdbc.sql("select " + COLUMNS + " from runs where instance_key = ?")
                .param(instanceKey)
                .query(Runs::run)
                .optional();
    }

    /** How many runs each journey has had; journeys that never ran are not in it. */
    public List<RunCounts> counts() {
        return jdbc.sql(COUNTS).query(RunCounts.class).list();
    }

    /**
     * Records that a journey begins for something.
     *
     * @return the run that holds this place: this instance's own, or another's that was there first
     */
    @Transactional
    Run enter(Step step, Entry entry, @Nullable String objection) {
        Run run = new Run(
                Generators.timeBasedEpochGenerator().generate().toString(),
                step.journey(),
                step.version(),
                jdbc.sql(EditionRows.OF_VERSION)
                        .params(step.journey(), step.version())
                        .query(String.class)
                        .optional()
                        .orElse(null),
                entry.businessKey(),
                step.instanceKey(),
                entry.orderId(),
                entry.customerId(),
                objection == null ? State.RUNNING : State.DECLINED,
                objection,
                clock.instant(),
                objection == null ? null : clock.instant());
        return insert(run) ? run : of(run.journey(), run.businessKey()).orElseThrow();
    }

    /**
     * Records that an instance came to its end; anything but its own running run is left alone.
     *
     * @return whether a run ended by this
     */
    @Transactional
    boolean end(long instanceKey, @Nullable String reason) {
        return jdbc.sql(END)
                        .param(reason)
                        .param(Instants.param(clock.instant()))
                        .param(instanceKey)
                        .update()
                == 1;
    }

    /** Records that all runs of these come to their end now, whatever the engine says later. */
    @Transactional
    int end(Collection<String> customers, Collection<String> orders, String reason) {
        return jdbc.sql(END_OF_THESE)
                .param("reason", reason)
                .param("now", Instants.param(clock.instant()))
                .param("customers", customers)
                .param("orders", orders)
                .update();
    }

    /**
     * Whether this customer, in another run, entered the journey after that moment. Holds the journey for the customer
     * until the transaction ends, so that of two runs that begin at one moment the second sees the first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean enteredSince(Step step, String customerId, Instant since) {
        jdbc.sql(TAKE_TURN).params(step.journey(), customerId).update();
        jdbc.sql(HOLD_TURN)
                .params(step.journey(), customerId)
                .query(String.class)
                .single();
        return jdbc.sql(ENTERED_SINCE)
                        .params(step.journey(), customerId, step.instanceKey(), Instants.param(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean insert(Run run) {
        return jdbc.sql(INSERT)
                        .param(run.id())
                        .param(run.journey())
                        .param(run.version())
                        .param(run.edition())
                        .param(run.businessKey())
                        .param(run.instanceKey())
                        .param(run.orderId())
                        .param(run.customerId())
                        .param(run.state().word())
                        .param(run.reason())
                        .param(Instants.param(run.enteredAt()))
                        .param(Instants.param(run.endedAt()))
                        .update()
                == 1;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("journey"),
                row.getInt("version"),
                row.getString("edition"),
                row.getString("business_key"),
                row.getLong("instance_key"),
                row.getString("order_id"),
                row.getString("customer_id"),
                State.of(row.getString("state")),
                row.getString("reason"),
                Instants.required(row, "entered_at"),
                Instants.optional(row, "ended_at"));
    }
}
