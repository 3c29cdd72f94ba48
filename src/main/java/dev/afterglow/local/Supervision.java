package dev.afterglow.local;

import dev.afterglow.local.BrokerState.Down;
import dev.afterglow.local.BrokerState.Running;
import dev.afterglow.local.BrokerState.Starting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a broker running until it is interrupted: starts it, watches it, and starts it again. */
final class Supervision implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final Duration STARTING_LOOK = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MISSES = 3;

    private final LocalSettings settings;
    private final DataFolder folder;
    private final Clock clock;
    private final BrokerActuator actuator;
    private final ClockAlignment alignment;
    private final BackOff backOff = new BackOff();
    private volatile BrokerState state = new Starting();
    private volatile boolean closing;
    private @Nullable BrokerProcess process;

    Supervision(
            LocalSettings settings, DataFolder folder, Clock clock, BrokerActuator actuator, ClockAlignment alignment) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.actuator = actuator;
        this.alignment = alignment;
    }

    BrokerState state() {
        return state;
    }

    /** What ends from now on is not started again. */
    void startNoMore() {
        closing = true;
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                long begin = System.nanoTime();
                down(oneLife());
                Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
                TimeUnit.NANOSECONDS.sleep(backOff.after(lasted).toNanos());
            }
        } catch (InterruptedException asked) {
            log.debug("The broker's supervision ends");
        } finally {
            stopProcess();
            state = new Down("It was stopped with the app.");
        }
    }

    /** From start to end; the reason of the end. */
    private String oneLife() throws InterruptedException {
        try {
            BrokerProcess started = BrokerProcess.start(settings, folder);
            process = started;
            state = new Starting();
            awaitReady(started);
            watch(started);
            return "It ended.";
        } catch (BrokerTrouble e) {
            return e.reason();
        } catch (RuntimeException e) {
            log.error("The broker's supervision met a bug", e);
            return e.toString();
        } finally {
            stopProcess();
        }
    }

    private void awaitReady(BrokerProcess broker) throws BrokerTrouble, InterruptedException {
        do {
            failIfEnded(broker, STARTING_LOOK);
        } while (!actuator.isReady());
    }

    private void watch(BrokerProcess broker) throws BrokerTrouble, InterruptedException {
        int misses = 0;
        while (true) {
            misses = isAligned() ? 0 : misses + 1;
            if (misses == 0) {
                running(broker);
            } else if (misses >= MISSES) {
                down("It runs (process " + broker.pid() + ") but does not answer on its management port "
                        + settings.managementPort() + ".");
            }
            failIfEnded(broker, LOOK);
        }
    }

    private boolean isAligned() throws InterruptedException {
        try {
            alignment.align();
            return true;
        } catch (IOException e) {
            log.debug("The broker's clock could not be aligned", e);
            return false;
        }
    }

    private void failIfEnded(BrokerProcess broker, Duration time) throws BrokerTrouble, InterruptedException {
        if (broker.endsWithin(time)) {
            throw new BrokerTrouble("It ended with exit code " + broker.exitCode()
                    + " and is started again; its log is " + folder.brokerLog() + ".");
        }
    }

    private void running(BrokerProcess broker) {
        if (!(state instanceof Running)) {
            state = new Running(broker.pid(), clock.instant());
            log.info("The local broker is ready (process {})", broker.pid());
        }
    }

    private void down(String reason) {
        Down down = new Down(reason);
        if (!closing && !down.equals(state)) {
            log.warn("The local broker is down. {}", reason);
        }
        state = down;
    }

    private void stopProcess() {
        BrokerProcess broker = process;
        process = null;
        if (broker == null) {
            return;
        }
        try {
            broker.stop();
        } catch (IOException e) {
            log.warn("The broker's pid file could not be removed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
