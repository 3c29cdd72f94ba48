package dev.afterglow.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rounds on threads of its own until it is stopped: at once again while there is something to do, after a pause
 * when there was nothing, and after a longer one when a round threw. An interrupt ends the thread it meets.
 */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    // why: a round may be in the middle of a call that gives up after ten seconds.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final String name;
    private final Pace pace;
    private final Round round;
    private final Consumer<RuntimeException> trouble;
    private final Duration longestStop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition stopped = lock.newCondition();
    private boolean news;
    private volatile boolean stopping;
    private volatile List<Thread> threads = List.of();

    /** One look at whether there is something to do. */
    @FunctionalInterface
    public interface Round {

        /**
         * Does what there is to do.
         *
         * @return false when there was nothing, and the next round may wait
         * @throws InterruptedException when the thread is to end
         */
        boolean take() throws InterruptedException;
    }

    /**
     * How many take rounds at the same time, and how long they wait.
     *
     * @param idle the pause when there was nothing to do; {@link #wake()} ends it
     * @param trouble the pause after a round threw; only {@link #stop()} ends it
     */
    public record Pace(int threads, Duration idle, Duration trouble) {}

    /**
     * Rounds that begin with {@link #start()}.
     *
     * @param name of the threads, numbered when there are several
     * @param trouble hears of each round that threw, to say it in the words of its owner
     */
    public Rounds(String name, Pace pace, Round round, Consumer<RuntimeException> trouble) {
        this(name, pace, round, trouble, LONGEST_STOP);
    }

    Rounds(String name, Pace pace, Round round, Consumer<RuntimeException> trouble, Duration longestStop) {
        this.name = name;
        this.pace = pace;
        this.round = round;
        this.trouble = trouble;
        this.longestStop = longestStop;
    }

    /** Begins; does nothing where it has begun. */
    public void start() {
        if (isRunning()) {
            return;
        }
        stopping = false;
        Thread.Builder one = pace.threads() == 1
                ? Thread.ofPlatform().name(name)
                : Thread.ofPlatform().name(name + "-", 1);
        threads = IntStream.range(0, pace.threads())
                .mapToObj(each -> one.start(this::run))
                .toList();
    }

    /** Ends the pauses, lets the rounds that are being taken come to their end, and waits at most 12 s for that. */
    public void stop() {
        stopping = true;
        lock.lock();
        try {
            woken.signalAll();
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        long latest = System.nanoTime() + longestStop.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(latest - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From the start to the stop. */
    public boolean isRunning() {
        return !threads.isEmpty() && !stopping;
    }

    /** Whether a round that takes long should come to its end. */
    public boolean isStopping() {
        return stopping;
    }

    /** There is something to do: ends one idle pause, or the next if nobody waits now. */
    public void wake() {
        lock.lock();
        try {
            news = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits within a round, no longer than until it is woken or stopped. */
    public void pause(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (!news && !stopping && left > 0) {
                left = woken.awaitNanos(left);
            }
            news = false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was told to stop", name);
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (!round.take()) {
                pause(pace.idle());
            }
        } catch (RuntimeException e) {
            // why: whatever it was, the work goes on waiting, and only these threads do it.
            trouble.accept(e);
            recover();
        }
    }

    private void recover() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pace.trouble().toNanos();
            while (!stopping && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
