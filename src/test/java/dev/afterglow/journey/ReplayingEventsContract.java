package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.RecordedEvent.Outcome;
import dev.afterglow.journey.ReplayingEvents.Answer;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ReplayingEventsContract {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<Object> announcements = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private Database database;
    private Events events;
    private Outbox outbox;
    private ReplayingEvents replaying;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        events = fresh.transactional(new Events(fresh.client(), clock, announcement -> {}));
        outbox = fresh.transactional(new Outbox(fresh.client(), clock));
        replaying = fresh.transactional(new ReplayingEvents(fresh.client(), clock, announcements::add));
    }

    @Test
    void theFirstTimeTheEnginesMessageHasTheEventsOwnIdAndAgainAnother() {
        String id = recordAndPublish("1001", "paid");

        assertThat(replaying.replay(id, "olga", "it never came")).isEqualTo(Answer.QUEUED);

        WaitingEvent again = outbox.take(10, LEASE).getFirst();
        assertThat(again.eventId()).isEqualTo(id);
        assertThat(again.messageId()).isNotEqualTo(id);
        assertThat(again.subject()).isEqualTo("1001");
        assertThat(announcements).containsExactly(new EventQueued(id));
    }

    @Test
    void whoWhenAndWhyAreRecordedWithWhatHadBecomeOfIt() {
        String id = record("1001", "paid");
        outbox.refused(outbox.take(10, LEASE).getFirst(), "engine-invalid_argument");

        assertThat(replaying.replay(id, "olga", "the engine was wrong")).isEqualTo(Answer.QUEUED);

        assertThat(replaying.of(id)).singleElement().satisfies(replay -> {
            assertThat(replay.by()).isEqualTo("olga");
            assertThat(replay.why()).isEqualTo("the engine was wrong");
            assertThat(replay.outcome()).isEqualTo("refused");
            assertThat(replay.reason()).isEqualTo("engine-invalid_argument");
            assertThat(replay.at()).isBeforeOrEqualTo(clock.instant());
        });
        assertThat(events.ofOrder("1001")).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(event.reason()).isNull();
        });
    }

    @Test
    void aReplayedEventGoesBeforeWhatCameLaterOfTheSameOrder() {
        String paid = recordAndPublish("1001", "paid");
        record("1001", "cancelled");

        replaying.replay(paid, "olga", "why not");

        assertThat(outbox.take(10, LEASE)).extracting(WaitingEvent::eventId).containsExactly(paid);
    }

    @Test
    void whatWaitsAlreadyIsNotQueuedASecondTime() {
        String id = record("1001", "paid");

        assertThat(replaying.replay(id, "olga", "")).isEqualTo(Answer.WAITS_ALREADY);

        assertThat(outbox.size()).isEqualTo(1);
        assertThat(replaying.of(id)).isEmpty();
        assertThat(announcements).isEmpty();
    }

    @Test
    void askedByEightAtOnceItIsQueuedOnce() {
        String id = recordAndPublish("1001", "paid");

        List<Answer> answers = AllAtOnce.run(8, any -> replaying.replay(id, "olga", ""));

        assertThat(answers)
                .containsOnlyOnce(Answer.QUEUED)
                .filteredOn(Answer.WAITS_ALREADY::equals)
                .hasSize(7);
        assertThat(outbox.size()).isEqualTo(1);
    }

    @Test
    void whatNoJourneyMayHearOfIsNotReplayed() {
        String silent = database.inTransaction(() -> events.record(AnEvent.silent("1001", "test-order")))
                .eventId();
        String erased = recordAndPublish("1002", "paid");
        database.client()
                .sql("update events set subject = '' where id = ?")
                .param(erased)
                .update();

        assertThat(replaying.replay(silent, "olga", "")).isEqualTo(Answer.NOT_FOR_JOURNEYS);
        assertThat(replaying.replay(erased, "olga", "")).isEqualTo(Answer.NOT_FOR_JOURNEYS);
        assertThat(replaying.replay("nobody-knows-it", "olga", "")).isEqualTo(Answer.UNKNOWN);
        assertThat(outbox.size()).isZero();
    }

    private String recordAndPublish(String order, String content) {
        String id = record(order, content);
        outbox.published(outbox.take(10, LEASE));
        return id;
    }

    private String record(String order, String content) {
        return database.inTransaction(
                        () -> events.record(AnEvent.told("shop", order + content, order + content, order)))
                .eventId();
    }
}
