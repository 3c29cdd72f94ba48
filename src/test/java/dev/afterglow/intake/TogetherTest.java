package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterglow.journey.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;

class TogetherTest {

    private final Stored stored = new Stored();
    private final Together together = new Together(stored::store, 1);

    @Test
    void whoComesAloneIsStoredAlone() {
        stored.gate.countDown();

        assertThat(together.store(told("b", "a")))
                .extracting(Recording::eventId)
                .containsExactly("b", "a");
        assertThat(stored.transactions).containsExactly(List.of("b", "a"));
    }

    @Test
    void whoComesWhileAnotherIsBeingStoredSharesTheNextTransactionAndHearsOfItsOwn() {
        List<CompletableFuture<List<Recording>>> waiting = firstAndThen(told("c"), told("b", "a"), told("d"));

        stored.gate.countDown();

        assertThat(waiting.stream().map(CompletableFuture::join).map(TogetherTest::ids))
                .containsExactly(List.of("first"), List.of("c"), List.of("b", "a"), List.of("d"));
        assertThat(stored.transactions).containsExactly(List.of("first"), List.of("b", "a", "c", "d"));
    }

    @Test
    void whatCannotBeStoredIsRefusedAloneAndTheOthersAreStored() {
        List<CompletableFuture<List<Recording>>> waiting = firstAndThen(told("c"), told("wrong"), told("d"));

        stored.gate.countDown();

        assertThat(waiting.get(1).join()).hasSize(1);
        assertThat(waiting.get(3).join()).hasSize(1);
        assertThatThrownBy(waiting.get(2)::join).hasRootCauseMessage("wrong cannot be stored");
        assertThat(stored.transactions).containsExactly(List.of("first"), List.of("c"), List.of("d"));
    }

    @Test
    void whoWasEndedByTheDatabaseComesAgain() {
        stored.gate.countDown();
        stored.clashes = 3;

        assertThat(together.store(told("a"))).hasSize(1);
        assertThat(stored.transactions).containsExactly(List.of("a"));

        stored.clashes = 10;
        assertThatThrownBy(() -> together.store(told("b"))).isInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void afterSomethingThatEndsInAnErrorTheNextIsStored() {
        stored.gate.countDown();

        assertThatThrownBy(() -> together.store(told("fatal"))).isInstanceOf(AssertionError.class);

        assertThat(together.store(told("a"))).hasSize(1);
    }

    /** The first is being stored, the others have come meanwhile. */
    @SafeVarargs
    private List<CompletableFuture<List<Recording>>> firstAndThen(List<Arrival>... others) {
        List<CompletableFuture<List<Recording>>> all = new ArrayList<>();
        all.add(CompletableFuture.supplyAsync(() -> together.store(told("first"))));
        await().until(() -> stored.begun.getCount() == 0);
        for (List<Arrival> one : others) {
            int before = together.waiting();
            all.add(CompletableFuture.supplyAsync(() -> together.store(one), Thread::startVirtualThread));
            await().until(() -> together.waiting() > before);
        }
        return all;
    }

    private static List<Arrival> told(String... ids) {
        return Stream.of(ids)
                .map(id ->
                        new Arrival(id, Instant.EPOCH, Told.by("shop", id, id).as("order.paid", id, Instant.EPOCH)))
                .toList();
    }

    private static List<String> ids(List<Recording> recordings) {
        return recordings.stream().map(Recording::eventId).toList();
    }

    /** Keeps what was committed together; the first has to wait at a gate. */
    private static final class Stored {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private int clashes;
        private final List<List<String>> transactions = Collections.synchronizedList(new ArrayList<>());

        private List<Recording> store(List<Arrival> told) {
            begun.countDown();
            await().until(() -> gate.getCount() == 0);
            List<String> ids = told.stream().map(Arrival::id).toList();
            if (clashes-- > 0) {
                throw new CannotAcquireLockException("ended");
            }
            if (ids.contains("fatal")) {
                throw new AssertionError("fatal");
            }
            if (ids.contains("wrong")) {
                throw new IllegalArgumentException("wrong cannot be stored");
            }
            transactions.add(ids);
            return ids.stream().map(id -> new Recording("accepted", id, null)).toList();
        }
    }
}
