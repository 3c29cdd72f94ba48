package dev.afterglow.journey;

import dev.afterglow.background.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries stored events to the engine: all of them, those of one order in order, as fast as the engine takes them, and
 * for as long as it takes.
 */
@Component
class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 256;
    // why: one batch is written down while the engine takes the other.
    private static final int LANES = 2;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration TROUBLE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(20);

    private final Outbox outbox;
    private final Publisher publisher;
    private final Deployer deployer;
    private final EngineLine line;
    private final Window window;
    private final Rounds rounds = new Rounds("relay", new Rounds.Pace(LANES, IDLE, TROUBLE), this::round, this::tell);
    private volatile boolean engineAbsent;

    Relay(Outbox outbox, Publisher publisher, Deployer deployer, EngineLine line, JourneySettings settings) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.deployer = deployer;
        this.line = line;
        this.window = new Window(settings.commandsInFlight());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(EventQueued queued) {
        rounds.wake();
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    /** Carries one batch; false when nothing waits, or nothing may go yet. */
    private boolean round() throws InterruptedException {
        List<WaitingEvent> batch = deployer.isSettled() ? outbox.take(BATCH, LEASE) : List.of();
        if (!batch.isEmpty() && !publish(batch)) {
            rounds.pause(TROUBLE);
            line.dialAgain();
        }
        return !batch.isEmpty();
    }

    /** Publishes a batch; false when nobody answers, and what is left has been given back. */
    private boolean publish(List<WaitingEvent> batch) throws InterruptedException {
        long end = System.nanoTime() + LEASE.dividedBy(2).toNanos();
        List<WaitingEvent> todo = batch;
        while (!todo.isEmpty()) {
            Round round = round(todo);
            round.settle(outbox);
            tell(round);
            todo = round.later();
            if (round.absent() || rounds.isStopping() || System.nanoTime() > end) {
                outbox.release(todo);
                return !round.absent();
            }
            if (!todo.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(BUSY.toMillis());
            }
        }
        return true;
    }

    private Round round(List<WaitingEvent> todo) throws InterruptedException {
        Round round = new Round();
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (WaitingEvent event : todo) {
            if (round.absent()) {
                round.add(event, new Verdict.Absent());
                continue;
            }
            window.open();
            open.add(publisher
                    .publish(event)
                    .thenAccept(verdict -> {
                        window.close(verdict);
                        round.add(event, verdict);
                    })
                    .toCompletableFuture());
        }
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
        return round;
    }

    private void tell(Round round) {
        if (round.absent() && !engineAbsent) {
            LOG.warn("The engine does not answer; events wait here until it does");
        } else if (!round.absent() && engineAbsent) {
            LOG.info("The engine answers again");
        }
        engineAbsent = round.absent();
    }

    private void tell(RuntimeException trouble) {
        LOG.warn("The relay is in trouble and goes on in {}", TROUBLE, trouble);
    }
}
