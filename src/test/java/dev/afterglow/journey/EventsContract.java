package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.RecordedEvent.Outcome;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class EventsContract {

    private final List<Object> announcements = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock();
    private Database database;
    private Events events;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        events = fresh.transactional(new Events(fresh.client(), clock, announcements::add));
    }

    @Test
    void anEventIsKeptQueuedAndAnnounced() {
        Recording recording = record(AnEvent.about("1001"));

        assertThat(recording.outcome()).isEqualTo("accepted");
        assertThat(events.ofOrder("1001")).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(recording.eventId());
            assertThat(event.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(event.publishedAt()).isNull();
        });
        assertThat(queued()).isEqualTo(1);
        assertThat(announcements).containsExactly(new EventQueued(recording.eventId()));
    }

    @Test
    void theSameIdAgainChangesNothing() {
        Recording first = record(AnEvent.told("shop", "id-1", "content-1", "1001"));
        Recording again = record(AnEvent.told("shop", "id-1", "content-2", "1001"));

        assertThat(again.outcome()).isEqualTo("duplicate");
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThatOnlyOneIsKept();
    }

    @Test
    void theSameContentUnderANewIdChangesNothing() {
        Recording first = record(AnEvent.told("shop", "id-1", "content-1", "1001"));
        Recording again = record(AnEvent.told("shop", "id-2", "content-1", "1001"));

        assertThat(again.outcome()).isEqualTo("duplicate");
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThatOnlyOneIsKept();
    }

    @Test
    void howOftenItCameAgainIsCountedAndWhen() {
        Recording first = record(AnEvent.told("shop", "id-1", "content-1", "1001"));
        record(AnEvent.told("shop", "id-2", "content-2", "1001"));
        clock.advance(Duration.ofMinutes(5));

        record(AnEvent.told("shop", "id-1", "content-9", "1001"));
        database.inTransaction(() -> events.duplicateOf("shop", "id-9", "content-1"));
        events.duplicateOf("shop", "id-9", "content-9");

        assertThat(database.client()
                        .sql("select id from events where repeats = 2 and repeated_at > received_at")
                        .query(String.class)
                        .list())
                .containsExactly(first.eventId());
        assertThat(database.client()
                        .sql("select sum(repeats) from events")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void twoSendersMayUseTheSameIdAndSayTheSame() {
        record(AnEvent.told("shop", "id-1", "content-1", "1001"));
        Recording other = record(AnEvent.told("carrier", "id-1", "content-1", "1001"));

        assertThat(other.outcome()).isEqualTo("accepted");
        assertThat(events.ofOrder("1001")).hasSize(2);
        assertThat(queued()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void toldByEightThreadsAtOnceItIsKeptOnce() {
        List<Recording> recordings = AllAtOnce.run(8, any -> record(AnEvent.about("1001")));

        assertThat(recordings.stream().filter(recording -> recording.outcome().equals("accepted")))
                .hasSize(1);
        assertThat(recordings.stream().map(Recording::eventId).distinct()).hasSize(1);
        assertThatOnlyOneIsKept();
    }

    @Test
    void aSilentEventIsKeptWithItsReasonAndNeverQueued() {
        Recording recording = record(AnEvent.silent("1001", "test-order"));

        assertThat(recording.outcome()).isEqualTo("ignored");
        assertThat(events.ofOrder("1001"))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("test-order"));
        assertThat(queued()).isZero();
        assertThat(announcements).isEmpty();
    }

    @Test
    void whatIsRolledBackNeverHappened() {
        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> database.inTransaction(() -> {
                    events.record(AnEvent.about("1001"));
                    throw new IllegalCallerException("the facts could not be kept");
                }));

        assertThat(events.ofOrder("1001")).isEmpty();
        assertThat(queued()).isZero();
        assertThat(record(AnEvent.about("1001")).outcome()).isEqualTo("accepted");
    }

    @Test
    void withoutATransactionNothingIsKept() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.record(AnEvent.about("1001")));

        assertThat(events.ofOrder("1001")).isEmpty();
    }

    @Test
    void bodiesAndIdsKeepEveryScript() {
        String id = "Bestellung-№-注文-😀-" + "9".repeat(40);

        record(AnEvent.told("shop", "id-😀", "content", id));

        assertThat(events.ofOrder(id))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(id));
        assertThat(database.client()
                        .sql("select body from events")
                        .query(String.class)
                        .single())
                .isEqualTo(AnEvent.BODY);
    }

    @Test
    void eventsOfAnOrderAreInTheOrderTheyCameIn() {
        for (int i = 0; i < 20; i++) {
            record(AnEvent.told("shop", "id-" + i, "content-" + i, "1001"));
            record(AnEvent.told("shop", "other-" + i, "other-" + i, "1002"));
        }

        assertThat(events.ofOrder("1001"))
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> a.receivedAt().compareTo(b.receivedAt()));
        assertThat(events.ofOrder("1001"))
                .allSatisfy(event -> assertThat(event.orderId()).isEqualTo("1001"));
    }

    private Recording record(Event event) {
        return database.inTransaction(() -> events.record(event));
    }

    private void assertThatOnlyOneIsKept() {
        assertThat(events.ofOrder("1001")).hasSize(1);
        assertThat(queued()).isEqualTo(1);
        assertThat(announcements).hasSize(1);
    }

    private long queued() {
        return database.client()
                .sql("select count(*) from outbox")
                .query(Long.class)
                .single();
    }
}
