package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.RecordedEvent.Outcome;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

abstract class OutboxContract {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Events events;
    private Outbox outbox;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        events = fresh.transactional(new Events(fresh.client(), clock, announcement -> {}));
        outbox = fresh.transactional(new Outbox(fresh.client(), clock));
    }

    @Test
    void onlyTheOldestEventOfEachSubjectCanBeTaken() {
        String paid = record("1001", "paid");
        record("1001", "cancelled");
        String other = record("1002", "paid");

        assertThat(ids(outbox.take(10, LEASE))).containsExactly(paid, other);
        assertThat(outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void theNextOfASubjectFollowsOnlyWhenTheFirstIsPublished() {
        String paid = record("1001", "paid");
        String cancelled = record("1001", "cancelled");
        List<WaitingEvent> first = outbox.take(10, LEASE);

        outbox.release(first);
        assertThat(ids(outbox.take(10, LEASE))).containsExactly(paid);

        outbox.published(first);
        assertThat(ids(outbox.take(10, LEASE))).containsExactly(cancelled);
    }

    @Test
    void noMoreAreTakenThanAskedForOldestFirst() {
        List<String> recorded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            recorded.add(record("order-" + i, "paid"));
        }

        assertThat(ids(outbox.take(3, LEASE))).isEqualTo(recorded.subList(0, 3));
        assertThat(ids(outbox.take(3, LEASE))).isEqualTo(recorded.subList(3, 5));
    }

    @Test
    void twoTakersNeverGetTheSame() {
        for (int i = 0; i < 100; i++) {
            record("order-" + i, "paid");
        }

        List<String> taken = AllAtOnce.run(4, any -> takeUntilNothingIsLeft()).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(taken).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void aLeaseEndsWithTheClockAndNotBefore() {
        String paid = record("1001", "paid");
        outbox.take(10, LEASE);

        clock.advance(LEASE.minusSeconds(5));
        assertThat(outbox.take(10, LEASE)).isEmpty();

        clock.advance(Duration.ofSeconds(6));
        assertThat(ids(outbox.take(10, LEASE))).containsExactly(paid);
        assertThat(outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void whatIsReleasedCanBeTakenAtOnce() {
        String paid = record("1001", "paid");

        outbox.release(outbox.take(10, LEASE));

        assertThat(ids(outbox.take(10, LEASE))).containsExactly(paid);
    }

    @Test
    void whatIsPublishedLeavesAndItsTimeIsKept() {
        record("1001", "paid");
        record("1002", "paid");

        outbox.published(outbox.take(1, LEASE));

        assertThat(outbox.size()).isEqualTo(1);
        assertThat(events.ofOrder("1001"))
                .singleElement()
                .satisfies(event -> assertThat(event.publishedAt()).isNotNull());
        assertThat(events.ofOrder("1002"))
                .singleElement()
                .satisfies(event -> assertThat(event.publishedAt()).isNull());
    }

    @Test
    void whatIsRefusedLeavesWithAReasonAndLetsTheNextGo() {
        record("1001", "paid");
        String cancelled = record("1001", "cancelled");

        outbox.refused(outbox.take(10, LEASE).getFirst(), "engine-invalid_argument");

        assertThat(ids(outbox.take(10, LEASE))).containsExactly(cancelled);
        assertThat(events.ofOrder("1001").getFirst()).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.reason()).isEqualTo("engine-invalid_argument");
            assertThat(event.publishedAt()).isNull();
        });
        assertThat(events.ofOrder("1001").getLast().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theOldestThatWaitsIsKnown() {
        assertThat(outbox.oldest()).isEmpty();
        assertThat(outbox.size()).isZero();

        record("1001", "paid");
        Instant first = clock.instant();
        clock.advance(Duration.ofHours(1));
        record("1002", "paid");

        assertThat(outbox.oldest())
                .hasValueSatisfying(
                        oldest -> assertThat(oldest).isCloseTo(first, Assertions.within(10, ChronoUnit.SECONDS)));
        outbox.published(outbox.take(1, LEASE));
        assertThat(outbox.oldest())
                .hasValueSatisfying(oldest -> assertThat(oldest).isAfter(first.plus(Duration.ofMinutes(59))));
    }

    @Test
    void publishingNothingIsNoTrouble() {
        outbox.published(List.of());
        outbox.release(List.of());

        assertThat(outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    @Timeout(60)
    void fourTakersKeepTheOrderWithinEachOfTwentySubjects() {
        Map<String, List<String>> recorded = new ConcurrentHashMap<>();
        for (int i = 0; i < 200; i++) {
            String order = "order-" + i % 20;
            recorded.computeIfAbsent(order, any -> new ArrayList<>()).add(record(order, "event-" + i));
        }
        Map<String, Queue<String>> published = new ConcurrentHashMap<>();

        AllAtOnce.run(4, any -> publishUntilNothingWaits(published));

        assertThat(published).hasSize(20);
        published.forEach((order, ids) -> assertThat(ids).containsExactlyElementsOf(recorded.get(order)));
    }

    private int publishUntilNothingWaits(Map<String, Queue<String>> published) {
        int rounds = 0;
        while (outbox.size() > 0) {
            List<WaitingEvent> taken = outbox.take(7, LEASE);
            taken.forEach(event -> published
                    .computeIfAbsent(event.subject(), any -> new ConcurrentLinkedQueue<>())
                    .add(event.eventId()));
            outbox.published(taken);
            rounds++;
        }
        return rounds;
    }

    private List<String> takeUntilNothingIsLeft() {
        List<String> taken = new ArrayList<>();
        int before;
        do {
            before = taken.size();
            taken.addAll(ids(outbox.take(7, LEASE)));
        } while (taken.size() > before || isAnyFree());
        return taken;
    }

    private boolean isAnyFree() {
        return database.client()
                        .sql("select count(*) from outbox where leased_until is null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String record(String order, String id) {
        Event event = AnEvent.told("shop", order + id, order + id, order);
        return database.inTransaction(() -> events.record(event)).eventId();
    }

    private static List<String> ids(List<WaitingEvent> events) {
        return events.stream().map(WaitingEvent::eventId).toList();
    }
}
