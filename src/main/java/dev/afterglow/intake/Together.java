package dev.afterglow.intake;

import dev.afterglow.journey.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Does in one transaction what several senders want at the same time: a commit costs for many about what it costs for
 * one. Nobody waits for others to come; whoever finds all lanes busy is taken along by the next that gets one.
 */
final class Together {

    private static final int MOST = 32;
    private static final int MOST_TRIES = 3;

    private final Function<List<Arrival>, List<Recording>> transaction;
    private final Semaphore lanes;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** With so many of these transactions at a time; each answers all it was given, in that order. */
    Together(Function<List<Arrival>, List<Recording>> transaction, int lanes) {
        this.transaction = transaction;
        this.lanes = new Semaphore(lanes);
    }

    List<Recording> store(List<Arrival> told) {
        Waiting mine = new Waiting(told);
        queue.add(mine);
        lanes.acquireUninterruptibly();
        try {
            while (!mine.isTaken) {
                storeAll(next());
            }
        } finally {
            lanes.release();
        }
        return mine.outcome();
    }

    private List<Waiting> next() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = queue.poll(); one != null; one = group.size() < MOST ? queue.poll() : null) {
            one.isTaken = true;
            group.add(one);
        }
        // why: two lanes that take rows in the same order do not wait for each other in a circle.
        group.sort(Comparator.comparing(one -> one.subject));
        return group;
    }

    private void storeAlone(Waiting one) {
        for (int tries = 1; !one.outcome.isDone(); tries++) {
            try {
                one.outcome.complete(transaction.apply(one.told));
            } catch (ConcurrencyFailureException e) {
                // why: two transactions waited for each other, and the database ended one; it only has to come again.
                if (tries == MOST_TRIES) {
                    one.outcome.completeExceptionally(e);
                }
            } catch (RuntimeException e) {
                one.outcome.completeExceptionally(e);
            }
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return queue.size();
    }

    private void storeAll(List<Waiting> group) {
        try {
            List<Recording> recordings = transaction.apply(
                    group.stream().flatMap(one -> one.told.stream()).toList());
            int place = 0;
            for (Waiting one : group) {
                int end = place + one.told.size();
                one.outcome.complete(recordings.subList(place, end));
                place = end;
            }
        } catch (RuntimeException e) {
            if (group.size() == 1 && !(e instanceof ConcurrencyFailureException)) {
                group.getFirst().outcome.completeExceptionally(e);
            }
            // why: one that cannot be stored must not take the others with it.
            group.forEach(this::storeAlone);
        } finally {
            group.forEach(Waiting::giveUp);
        }
    }

    /** What one sender tells in one go: all of it is stored or nothing. */
    private static final class Waiting {

        private final List<Arrival> told;
        private final String subject;
        private final CompletableFuture<List<Recording>> outcome = new CompletableFuture<>();
        private volatile boolean isTaken;

        Waiting(List<Arrival> told) {
            this.told = told;
            this.subject = told.isEmpty() ? "" : told.getFirst().told().subject();
        }

        List<Recording> outcome() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }

        void giveUp() {
            if (!outcome.isDone()) {
                outcome.completeExceptionally(new IllegalStateException("It was not stored."));
            }
        }
    }
}
