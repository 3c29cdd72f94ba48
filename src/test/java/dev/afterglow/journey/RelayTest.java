package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay between an outbox and an engine that is unreliable by design. */
class RelayTest {

    private static final int EVENTS = 200;
    private static final int ORDERS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Random chance = new Random(7);
    private final List<WaitingEvent> waiting = new ArrayList<>();
    private final Set<Long> leased = new HashSet<>();
    private final List<WaitingEvent> refused = new CopyOnWriteArrayList<>();
    private final Map<String, List<Long>> engine = new ConcurrentHashMap<>();
    private final Outbox outbox = mock(Outbox.class);
    private final Publisher publisher = mock(Publisher.class);
    private final Deployer deployer = mock(Deployer.class);
    private final Relay relay = new Relay(
            outbox,
            publisher,
            deployer,
            new EngineLine(),
            new JourneySettings(null, true, Duration.ofSeconds(5), 10, Duration.ofMinutes(1), 64));

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void anUnreliableEngineGetsEveryEventAndThoseOfOneOrderInOrder() {
        given(EVENTS);
        when(publisher.publish(any())).thenAnswer(call -> publish(call.getArgument(0), true));
        when(deployer.isSettled()).thenReturn(true);
        relay.start();
        await().atMost(LONGEST).until(this::isEmpty);
        assertThat(engine.values().stream().mapToInt(List::size).sum()).isEqualTo(EVENTS);
        assertThat(engine.values()).allSatisfy(order -> assertThat(order).isSorted());
        assertThat(refused).isEmpty();
    }

    @Test
    void anEventTheEngineWillNeverTakeDoesNotHoldUpTheNext() {
        given(ORDERS * 2);
        when(publisher.publish(any())).thenAnswer(call -> {
            WaitingEvent event = call.getArgument(0);
            return event.eventSeq() == 0
                    ? CompletableFuture.completedFuture(new Verdict.Refused("engine-invalid_argument"))
                    : publish(event, false);
        });
        when(deployer.isSettled()).thenReturn(true);
        relay.start();
        await().atMost(LONGEST).until(this::isEmpty);
        assertThat(refused).extracting(WaitingEvent::eventSeq).containsExactly(0L);
        assertThat(engine.get("order-0")).containsExactly((long) ORDERS);
    }

    @Test
    void nothingIsPublishedBeforeTheJourneysAreDeployed() {
        given(3);
        when(deployer.isSettled()).thenReturn(false);
        relay.start();
        await().during(Duration.ofMillis(700)).atMost(LONGEST).until(engine::isEmpty);
        assertThat(isEmpty()).isFalse();
    }

    private void given(int events) {
        IntStream.range(0, events)
                .forEach(i -> waiting.add(new WaitingEvent(
                        i, "e-" + i, "order.paid", "order-" + i % ORDERS, null, null, Routing.NONE, "e-" + i)));
        when(outbox.take(anyInt(), any())).thenAnswer(call -> take(call.getArgument(0)));
        doAnswer(call -> remove(call.getArgument(0))).when(outbox).published(any());
        doAnswer(call -> {
                    refused.add(call.getArgument(0));
                    return remove(List.of(call.<WaitingEvent>getArgument(0)));
                })
                .when(outbox)
                .refused(any(), any());
        doAnswer(call -> release(call.getArgument(0))).when(outbox).release(any());
    }

    private CompletableFuture<Verdict> publish(WaitingEvent event, boolean unreliable) {
        int luck = unreliable ? chance.nextInt(40) : 39;
        Verdict verdict = luck == 0 ? new Verdict.Absent() : luck < 10 ? new Verdict.Busy() : new Verdict.Taken();
        if (verdict instanceof Verdict.Taken) {
            engine.computeIfAbsent(event.subject(), key -> new CopyOnWriteArrayList<>())
                    .add(event.eventSeq());
        }
        return CompletableFuture.completedFuture(verdict);
    }

    private synchronized List<WaitingEvent> take(int limit) {
        Set<String> subjects = new HashSet<>();
        List<WaitingEvent> heads = waiting.stream()
                .filter(event -> subjects.add(event.subject()))
                .filter(event -> !leased.contains(event.eventSeq()))
                .limit(limit)
                .toList();
        heads.forEach(event -> leased.add(event.eventSeq()));
        return heads;
    }

    private synchronized Object remove(List<WaitingEvent> events) {
        waiting.removeAll(events);
        return events;
    }

    private synchronized Object release(List<WaitingEvent> events) {
        events.forEach(event -> leased.remove(event.eventSeq()));
        return events;
    }

    private synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
