package dev.afterglow.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.background.Rounds.Pace;
import dev.afterglow.background.Rounds.Round;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pauses last an hour where they must not be waited for: then only what ends them lets a test end. */
@Timeout(60)
class RoundsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicInteger taken = new AtomicInteger();
    private final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private Rounds rounds = rounds(new Pace(1, HOUR, HOUR), () -> false);

    @AfterEach
    void stop() {
        rounds.stop();
    }

    @Test
    void nothingRunsBeforeItIsStarted() {
        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.isStopping()).isFalse();
        rounds.stop();

        assertThat(taken).hasValue(0);
    }

    @Test
    void whileThereIsSomethingToDoNobodyWaits() {
        rounds = rounds(new Pace(1, HOUR, HOUR), () -> taken.get() < 5);
        rounds.start();

        await().until(() -> taken.get() == 5 && arePausing());
        assertThat(threads).extracting(Thread::getName).containsExactly("test");
        assertThat(taken).hasValue(5);
    }

    @Test
    void anIdlePauseIsNoLongerThanItIsToBe() {
        rounds = rounds(new Pace(1, MOMENT, HOUR), () -> false);
        rounds.start();

        await().until(() -> taken.get() > 5);
    }

    @Test
    void wakingEndsAnIdlePause() {
        rounds.start();
        await().until(() -> taken.get() == 1 && arePausing());

        rounds.wake();

        await().until(() -> taken.get() == 2 && arePausing());
    }

    @Test
    void whoIsWokenInTheMiddleOfARoundLooksAgain() {
        Semaphore goOn = new Semaphore(0);
        rounds = rounds(new Pace(1, HOUR, HOUR), () -> {
            goOn.acquire();
            return false;
        });
        rounds.start();
        await().until(() -> taken.get() == 1);

        rounds.wake();
        rounds.wake();
        goOn.release(2);

        await().until(() -> taken.get() == 2 && arePausing());
        assertThat(goOn.availablePermits()).isZero();
    }

    @Test
    void oneThreadIsEnoughForOnePieceOfNews() {
        rounds = rounds(new Pace(3, HOUR, HOUR), () -> false);
        rounds.start();
        await().until(() -> taken.get() == 3 && arePausing());

        rounds.wake();

        await().until(() -> taken.get() == 4 && arePausing());
        assertThat(threads).extracting(Thread::getName).containsExactlyInAnyOrder("test-1", "test-2", "test-3");
    }

    @Test
    void afterTroubleItGoesOn() {
        rounds = rounds(new Pace(1, HOUR, MOMENT), () -> {
            if (taken.get() < 3) {
                throw new IllegalStateException("no " + taken.get());
            }
            return false;
        });
        rounds.start();

        await().until(() -> taken.get() == 3 && arePausing());
        assertThat(troubles).extracting(Throwable::getMessage).containsExactly("no 1", "no 2");
    }

    @Test
    void newsDoesNotShortenThePauseAfterTrouble() {
        rounds = rounds(new Pace(1, MOMENT, HOUR), () -> {
            throw new IllegalStateException("no");
        });
        rounds.start();
        await().until(() -> taken.get() == 1 && arePausing());

        rounds.wake();
        rounds.stop();

        assertThat(taken).hasValue(1);
        assertThat(troubles).hasSize(1);
    }

    @Test
    void aStopEndsEveryPauseAndEveryThread() {
        rounds = rounds(new Pace(2, HOUR, HOUR), () -> {
            if (Thread.currentThread().getName().equals("test-1")) {
                throw new IllegalStateException("no");
            }
            return false;
        });
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        await().until(() -> taken.get() == 2 && arePausing());

        rounds.stop();

        assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
        assertThat(taken).hasValue(2);
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void aStopLetsTheRoundComeToItsEnd() {
        rounds = rounds(new Pace(1, HOUR, HOUR), () -> {
            while (!rounds.isStopping()) {
                Thread.onSpinWait();
            }
            threads.remove(Thread.currentThread());
            return true;
        });
        rounds.start();
        await().until(() -> taken.get() == 1);

        rounds.stop();

        assertThat(threads).isEmpty();
        assertThat(taken).hasValue(1);
    }

    @Test
    void aRoundThatDoesNotEndHoldsUpAStopForSoLongAndNotLonger() {
        CountDownLatch never = new CountDownLatch(1);
        Round stuck = counting(() -> {
            never.await();
            return false;
        });
        rounds = new Rounds("test", new Pace(2, HOUR, HOUR), stuck, troubles::add, MOMENT);
        rounds.start();
        await().until(() -> taken.get() == 2);

        rounds.stop();

        assertThat(rounds.isRunning()).isFalse();
        assertThat(threads).allMatch(Thread::isAlive);
        never.countDown();
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(taken).hasValue(2);
    }

    @Test
    void anInterruptEndsItsThreadAndNoOther() {
        rounds = rounds(new Pace(2, HOUR, HOUR), () -> false);
        rounds.start();
        await().until(() -> taken.get() == 2 && arePausing());
        Thread one = threads.iterator().next();

        one.interrupt();

        await().until(() -> !one.isAlive());
        rounds.wake();
        await().until(() -> taken.get() == 3);
        assertThat(troubles).isEmpty();
    }

    @Test
    void whoIsInterruptedWhileStoppingStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        rounds = rounds(new Pace(1, HOUR, HOUR), () -> {
            never.await();
            return false;
        });
        rounds.start();
        await().until(() -> taken.get() == 1);

        Thread.currentThread().interrupt();
        rounds.stop();

        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    @Test
    void itCanBeStartedAgainAndNotTwice() {
        rounds.start();
        rounds.start();
        await().until(() -> taken.get() == 1 && arePausing());
        rounds.stop();

        rounds.start();

        await().until(() -> taken.get() == 2);
        assertThat(rounds.isRunning()).isTrue();
        assertThat(threads).hasSize(2);
    }

    private Rounds rounds(Pace pace, Round round) {
        return new Rounds("test", pace, counting(round), troubles::add);
    }

    private Round counting(Round round) {
        return () -> {
            threads.add(Thread.currentThread());
            taken.incrementAndGet();
            return round.take();
        };
    }

    private boolean arePausing() {
        return threads.stream().filter(Thread::isAlive).allMatch(one -> one.getState() == Thread.State.TIMED_WAITING);
    }
}
