package dev.afterglow.intake.reconciliation;

import dev.afterglow.background.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Pulls in the background, as long as there is an account to pull from. Several replicas share the work. */
@Component
class Reconciler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final PulledShops shops;
    private final Pulling pulling;
    private final Rounds rounds;

    Reconciler(PulledShops shops, Pulling pulling) {
        this.shops = shops;
        this.pulling = pulling;
        this.rounds = new Rounds("reconciler", new Rounds.Pace(1, IDLE, IDLE), pulling::turn, this::tell);
    }

    @Override
    public void start() {
        if (shops.names().isEmpty()) {
            return;
        }
        pulling.begin();
        rounds.start();
    }

    @Override
    public void stop() {
        if (isRunning()) {
            pulling.end();
            rounds.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void tell(RuntimeException trouble) {
        LOG.warn("Pulling orders is in trouble and goes on in {}", IDLE, trouble);
    }
}
