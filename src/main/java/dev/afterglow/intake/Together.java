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
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Stores in one transaction what several senders tell at the same time: a commit costs for many about what it costs for
 * one. Nobody waits for others to come; whoever finds all lanes busy is taken along by the next that gets one.
 */
final class Together {

    private static final int MOST = 32;
    private static final int MOST_TRIES = 3;

    private final StoringTold storing;
    private final Semaphore lanes;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** With so many transactions at a time. */
    Together(StoringTold storing, int lanes) {
        this.storing = storing;
        this.lanes = new Semaphore(lanes);
    }

    List<Recording> store(List<Told> told) {
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
                one.outcome.complete(storing.store(one.told));
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
            List<Recording> recordings = storing.store(
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

        private final List<Told> told;
        private final String subject;
        private final CompletableFuture<List<Recording>> outcome = new CompletableFuture<>();
        private volatile boolean isTaken;

        Waiting(List<Told> told) {
            this.told = told;
            this.subject = told.isEmpty() ? "" : told.getFirst().subject();
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
