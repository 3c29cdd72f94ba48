package dev.afterglow.journey;

import dev.afterglow.background.Rounds;
import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Asks the engine to cancel what was stopped here, for as long as it takes. Several replicas share the work. */
@Component
class Canceller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Canceller.class);
    private static final int BATCH = 10;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE = 300;

    private final Cancellations cancellations;
    private final CamundaClient engine;
    private final Rounds rounds = new Rounds("canceller", new Rounds.Pace(1, IDLE, IDLE), this::round, this::tell);

    Canceller(Cancellations cancellations, CamundaClient engine) {
        this.cancellations = cancellations;
        this.engine = engine;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(CancellationAsked asked) {
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

    /** Asks for what is due; false when nothing was, or nobody answered. */
    boolean round() {
        List<Cancellation> due = cancellations.take(BATCH, LEASE);
        boolean answered = !due.isEmpty();
        for (Cancellation one : due) {
            // why: what is left stays leased for a while, and is asked for after that.
            answered &= !rounds.isStopping() && cancel(one);
        }
        return answered;
    }

    private boolean cancel(Cancellation one) {
        try {
            engine.newCancelInstanceCommand(one.instanceKey())
                    .requestTimeout(TIMEOUT)
                    .send()
                    .join();
            cancellations.done(one.instanceKey(), "cancelled");
            return true;
        } catch (RuntimeException e) {
            return settle(one, CommandStrategy.code(e));
        }
    }

    private boolean settle(Cancellation one, Status.Code code) {
        if (code == Status.Code.NOT_FOUND) {
            cancellations.done(one.instanceKey(), "not-found");
            return true;
        }
        cancellations.later(one.instanceKey(), pauseAfter(one.attempts()));
        LOG.debug("Instance {} could not be cancelled now: {}", one.instanceKey(), code);
        return false;
    }

    static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(attempts, 9)));
    }

    private void tell(RuntimeException trouble) {
        LOG.warn("Cancelling instances is in trouble and goes on in {}", IDLE, trouble);
    }
}
