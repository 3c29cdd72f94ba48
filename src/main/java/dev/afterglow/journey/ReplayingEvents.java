package dev.afterglow.journey;

import com.fasterxml.uuid.Generators;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the engine an event once more, because a person or a program asks for it. What a journey did already it does
 * not do twice: admission and the ledger know the order, not the engine's message.
 */
@Service
public class ReplayingEvents {

    private static final String FIND = "select seq, subject, outcome, reason from events where id = ? for update";

    // why: asked only once the event is held, so that of two who ask at once one sees the other's.
    private static final String QUEUED = "select count(*) from outbox where event_seq = ?";

    private static final String QUEUE = """
            insert into outbox (event_seq, event_id, type, subject, order_id, customer_id, routing, message_id)
            select seq, id, type, subject, order_id, customer_id, routing, ? from events where seq = ?
            """;

    private static final String RECORD = """
            insert into event_replays (message_id, event_seq, asked_by, why, outcome, reason, asked_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AFRESH = "update events set outcome = 'accepted', reason = null where seq = ?";

    private static final String UNPUBLISHED = "delete from publications where event_seq = ?";

    private static final String OF_EVENT = """
            select r.asked_by, r.why, r.outcome, r.reason, r.asked_at
            from event_replays r join events e on e.seq = r.event_seq where e.id = ? order by r.message_id
            """;

    /** What came of asking. */
    public enum Answer {
        QUEUED,
        /** There is no such event. */
        UNKNOWN,
        /** It is on its way to the engine already. */
        WAITS_ALREADY,
        /** No journey may hear of it, or whoever it was about was erased. */
        NOT_FOR_JOURNEYS
    }

    /**
     * One replay.
     *
     * @param outcome what had become of the event before
     * @param reason why, if it was refused
     */
    public record Replay(
            String by, String why, String outcome, @Nullable String reason, Instant at) {}

    private record Found(
            long seq,
            String subject,
            String outcome,
            @Nullable String reason) {

        boolean isForJourneys() {
            return (outcome.equals("accepted") || outcome.equals("refused")) && !subject.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher announcements;

    ReplayingEvents(JdbcClient jdbc, Clock clock, ApplicationEventPublisher announcements) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.announcements = announcements;
    }

    /**
     * Queues an event for the engine again, before what came in later about the same thing.
     *
     * @param eventId ours
     * @param by who asks
     * @param why in their own words, at most 300 characters
     */
    @Transactional
    public Answer replay(String eventId, String by, String why) {
        Optional<Found> found = jdbc.sql(FIND).param(eventId).query(Found.class).optional();
        if (found.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Found event = found.get();
        if (!event.isForJourneys()) {
            return Answer.NOT_FOR_JOURNEYS;
        }
        if (isQueued(event)) {
            return Answer.WAITS_ALREADY;
        }
        // why: the engine refuses an id it has seen within the time to live of the first message.
        String messageId = Generators.timeBasedEpochGenerator().generate().toString();
        jdbc.sql(QUEUE).params(messageId, event.seq()).update();
        record(messageId, event, by, why);
        jdbc.sql(AFRESH).param(event.seq()).update();
        jdbc.sql(UNPUBLISHED).param(event.seq()).update();
        announcements.publishEvent(new EventQueued(eventId));
        return Answer.QUEUED;
    }

    /** All replays of an event, oldest first. */
    public List<Replay> of(String eventId) {
        return jdbc.sql(OF_EVENT)
                .param(eventId)
                .query((row, number) -> new Replay(
                        row.getString("asked_by"),
                        row.getString("why"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        Instants.required(row, "asked_at")))
                .list();
    }

    private boolean isQueued(Found event) {
        return jdbc.sql(QUEUED).param(event.seq()).query(Long.class).single() > 0;
    }

    private void record(String messageId, Found event, String by, String why) {
        jdbc.sql(RECORD)
                .param(messageId)
                .param(event.seq())
                .param(by)
                .param(why)
                .param(event.outcome())
                .param(event.reason())
                .param(Instants.param(clock.instant()))
                .update();
    }
}
