package dev.afterglow.intake;

import dev.afterglow.journey.Recording;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores what senders tell: facts and event in one transaction, each event once. */
@Service
public class Intake {

    // why: transactions beside each other write each other's half-done pages with every commit; and the other half of
    // the
    // cores is busy with reading what comes in.
    private static final int LANES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final StoringTold storing;
    private final Together together;
    private final MeterRegistry meters;

    Intake(StoringTold storing, MeterRegistry meters) {
        this.storing = storing;
        this.together = new Together(storing, LANES);
        this.meters = meters;
    }

    /**
     * Stores all of it or nothing; committed when this returns, unless the caller is in a transaction of its own. What
     * is told by others at the same time may be committed with it, and none suffers from what another tells.
     *
     * @return what became of each, in the same order
     * @throws Refusal for what cannot be taken
     */
    public List<Recording> take(List<Told> told) {
        List<Recording> recordings = TransactionSynchronizationManager.isActualTransactionActive()
                ? storing.store(told)
                : together.store(told);
        for (int i = 0; i < told.size(); i++) {
            count(told.get(i), recordings.get(i));
        }
        return recordings;
    }

    private void count(Told told, Recording recording) {
        meters.counter("afterglow.intake.events", "type", told.type(), "outcome", recording.outcome())
                .increment();
    }
}
