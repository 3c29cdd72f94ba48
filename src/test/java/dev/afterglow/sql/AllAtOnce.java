package dev.afterglow.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several threads do the same at the same moment. */
public final class AllAtOnce {

    private AllAtOnce() {}

    /** What each of them came back with. */
    public static <T> List<T> run(int threads, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> open = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                open.add(pool.submit(() -> {
                    start.await();
                    return work.apply(number);
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : open) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new AssertionError("one of " + threads + " threads failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
