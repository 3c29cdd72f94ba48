package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of reports that come faster than they can be understood. */
abstract class ArrivalsContract {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MovableClock clock = new MovableClock();
    private Database database;
    private IntakeRoom.Open room;

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @BeforeEach
    void open(Database fresh) {
        database = fresh;
        room = IntakeRoom.open(fresh, clock, SomeShops.one());
    }

    @Test
    void inARushReportsAreKeptAndUnderstoodAfterwardsUnderTheirIdsAndTimes() {
        room.rush().begin();
        Recording first = take(paid("1", 1));
        Instant then = room.arrivals().oldest().orElseThrow();
        Recording second = take(paid("2", 1));

        assertThat(List.of(first.outcome(), second.outcome())).containsOnly("received");
        assertThat(count("events")).isZero();
        assertThat(room.arrivals().size()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(3));
        readAll();

        assertThat(ids()).containsExactly(first.eventId(), second.eventId());
        assertThat(receivedAt(first.eventId()))
                .isEqualTo(then)
                .isBefore(clock.instant().minusSeconds(8));
        assertThat(count("outbox")).isEqualTo(2);
        assertThat(room.arrivals().size()).isZero();
    }

    @Test
    void whenAllIsUnderstoodWhatComesIsUnderstoodAtOnceAgain() {
        room.rush().begin();
        take(paid("1", 1));
        readAll();

        assertThat(take(paid("2", 1)).outcome()).isEqualTo("accepted");
        assertThat(room.arrivals().size()).isZero();
    }

    @Test
    void whileSomeWaitNobodyOvertakesThem() {
        room.rush().begin();
        take(paid("1", 1));
        room.clerk().round();

        assertThat(take(paid("1", 2)).outcome()).isEqualTo("received");
        assertThat(take(paid("2", 1)).outcome()).isEqualTo("received");
        readAll();
        assertThat(subjects()).containsExactly("1", "1", "2");
    }

    @Test
    void toldTwiceInARushItIsOneEventThatCameAgain() {
        room.rush().begin();
        take(paid("1", 1));
        take(paid("1", 1));
        readAll();

        assertThat(count("events")).isEqualTo(1);
        assertThat(database.client()
                        .sql("select repeats from events")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeUnderstoodIsKeptAndShownAndKeepsNobodyWaiting() {
        room.rush().begin();
        take(paid("1", 1));
        take(paid("2", 1));
        database.client()
                .sql("update arrivals set told = 'x' where seq = (select min(seq) from arrivals)")
                .update();
        readAll();

        assertThat(subjects()).containsExactly("2");
        assertThat(database.client()
                        .sql("select failure from arrivals where failed_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly("IllegalArgumentException");
    }

    @Test
    void whatCouldNotBeUnderstoodIsTriedAgainAfterTenMinutesAndNotBefore() {
        room.rush().begin();
        take(paid("1", 1));
        String told = database.client()
                .sql("select told from arrivals")
                .query(String.class)
                .single();
        database.client().sql("update arrivals set told = 'x'").update();
        readAll();
        database.client().sql("update arrivals set told = ?").param(told).update();

        readAll();
        assertThat(count("events")).isZero();
        clock.advance(Duration.ofMinutes(11));
        readAll();
        assertThat(subjects()).containsExactly("1");
        assertThat(room.arrivals().size()).isZero();
    }

    @Test
    void whatNeedsAPersonNobodyKnowsIsRefusedInARushToo() {
        room.rush().begin();
        Told nobodys = Told.by("shop", "case", "case")
                .facts(List.of(new Fact.CaseOpened("desk:1", "unknown")))
                .as("case.opened", "unknown", clock.instant());

        assertThatThrownBy(() -> take(nobodys)).isInstanceOf(Refusal.class);
        assertThat(room.arrivals().size()).isZero();
    }

    @Test
    void whoMustKnowAtOnceIsToldAtOnceInARushToo() {
        room.rush().begin();

        assertThat(room.intake().takeNow(List.of(paid("1", 1))))
                .extracting(Recording::outcome)
                .containsExactly("accepted");
        assertThat(room.arrivals().size()).isZero();
    }

    @Test
    void whatIsToldInATransactionOfTheCallersIsUnderstoodThereAndGoesWithIt() {
        room.rush().begin();
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    assertThat(take(paid("1", 1)).outcome()).isEqualTo("accepted");
                    throw new IllegalStateException("the caller's own trouble");
                }))
                .hasMessage("the caller's own trouble");

        assertThat(room.arrivals().size()).isZero();
        assertThat(count("events")).isZero();
    }

    @Test
    void whoComesWhenEightWaitIsAnsweredAtOnceAndTheEightAreUnderstoodInTheirTurn() throws Exception {
        take(paid("1", 0));
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder = whoHolds("1", release);
        List<Future<Recording>> waiting = new ArrayList<>();
        while (room.intake().waiting() < 8) {
            int next = waiting.size() + 1;
            int before = room.intake().waiting();
            waiting.add(threads.submit(() -> take(paid("1", next))));
            if (next > Runtime.getRuntime().availableProcessors()) {
                await().until(() -> room.intake().waiting() > before);
            }
        }

        Recording answer = take(paid("1", 100));

        assertThat(answer.outcome()).isEqualTo("received");
        assertThat(waiting).noneMatch(Future::isDone);
        release.countDown();
        holder.get();
        for (Future<Recording> one : waiting) {
            assertThat(one.get().outcome()).isEqualTo("ignored");
        }
        readAll();
        assertThat(count("events")).isEqualTo(waiting.size() + 2);
    }

    /** Holds this order until it is let go. */
    private Future<?> whoHolds(String order, CountDownLatch release) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Future<?> holder = threads.submit(() -> database.inTransaction(() -> {
            database.client()
                    .sql("select id from orders where id = ? for update")
                    .param(order)
                    .query(String.class)
                    .single();
            held.countDown();
            try {
                return release.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        held.await();
        return holder;
    }

    @Test
    void ofManyAtOnceEachIsUnderstoodOnceWhoeverWaited() {
        room.rush().begin();
        List<Recording> answers = Collections.synchronizedList(new ArrayList<>());
        AllAtOnce.run(17, thread -> {
            for (int i = 0; i < 40; i++) {
                if (thread == 16) {
                    room.clerk().round();
                } else {
                    answers.add(take(paid(String.valueOf(thread % 8), i)));
                }
            }
            return thread;
        });
        readAll();

        assertThat(answers).hasSize(16 * 40);
        assertThat(answers).extracting(Recording::outcome).contains("received");
        assertThat(count("events")).isEqualTo(8 * 40);
        assertThat(count("orders")).isEqualTo(8);
        assertThat(database.client()
                        .sql("select count(*) from events where type = 'order.paid' and outcome = 'accepted'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void twoProcessesThatReadTheInboxTakeNothingTwice() {
        room.rush().begin();
        for (int i = 0; i < 200; i++) {
            take(paid("o-" + i, 1));
        }
        IntakeRoom.Open other = IntakeRoom.open(database, clock, SomeShops.one());
        clock.advance(Duration.ofSeconds(6));
        AllAtOnce.run(2, thread -> {
            ArrivalsClerk clerk = thread == 0 ? room.clerk() : other.clerk();
            while (clerk.round()) {
                Thread.onSpinWait();
            }
            return thread;
        });
        readAll();

        assertThat(subjects()).doesNotHaveDuplicates().hasSize(200).isEqualTo(inOrder(200));
        assertThat(database.client()
                        .sql("select sum(repeats) from events")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<String> inOrder(int count) {
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subjects.add("o-" + i);
        }
        return subjects;
    }

    private Recording take(Told told) {
        return room.intake().take(List.of(told)).getFirst();
    }

    /** As the clerk does once nobody crowds any more. */
    private void readAll() {
        clock.advance(Duration.ofSeconds(6));
        while (room.clerk().round()) {
            Thread.onSpinWait();
        }
        assertThat(room.rush().isOn()).isFalse();
    }

    private Told paid(String order, int report) {
        String id = order + "-" + report;
        return Told.by("shop", id, Json.hash(id))
                .body("{\"report\": \"" + id + "\"}")
                .order(Order.of(order, "shop")
                        .status(OrderStatus.PAID)
                        .email("ada@example.com")
                        .build())
                .customer(new CustomerFacts("c-" + order, null, null, "Ada", null, "en", null))
                .as("order.paid", order, clock.instant());
    }

    private int count(String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private List<String> ids() {
        return database.client()
                .sql("select id from events order by seq")
                .query(String.class)
                .list();
    }

    private List<String> subjects() {
        return database.client()
                .sql("select subject from events order by seq")
                .query(String.class)
                .list();
    }

    private Instant receivedAt(String event) {
        return database.client()
                .sql("select received_at from events where id = ?")
                .param(event)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
