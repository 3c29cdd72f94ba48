package dev.afterglow.local;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** The broker beside the app: comes and goes with it, and never keeps it from starting. */
public final class LocalBroker implements SmartLifecycle, DisposableBean {

    private static final Duration LAST_WAIT = Duration.ofSeconds(18);

    private final BrokerActuator actuator;
    private final ClockAlignment alignment;
    private final Supervision supervision;
    private @Nullable Thread supervisor;

    LocalBroker(LocalSettings settings, DataFolder folder, LocalClock clock) {
        this.actuator = new BrokerActuator(settings.managementPort());
        this.alignment = new ClockAlignment(clock, actuator);
        this.supervision = new Supervision(settings, folder, clock, actuator, alignment);
    }

    /** How the broker is now. */
    public BrokerState state() {
        return supervision.state();
    }

    /** Fails when the broker does not tell its time. */
    void checkClock() throws IOException, InterruptedException {
        actuator.time();
    }

    void alignClock() throws IOException, InterruptedException {
        alignment.align();
    }

    @Override
    public synchronized void start() {
        if (supervisor == null) {
            supervisor = Thread.ofPlatform().name("local-broker").daemon().start(supervision);
        }
    }

    @Override
    public synchronized void stop() {
        Thread thread = supervisor;
        supervisor = null;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(LAST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // why: Ctrl-C in a terminal reaches the broker as well, which may end before the app has finished its jobs.
    @EventListener(ContextClosedEvent.class)
    void startNoMore() {
        supervision.startNoMore();
    }

    @Override
    public synchronized boolean isRunning() {
        return supervisor != null;
    }

    // why: first to start and last to stop, so that workers can finish their jobs against it.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void destroy() {
        stop();
        actuator.close();
    }
}
