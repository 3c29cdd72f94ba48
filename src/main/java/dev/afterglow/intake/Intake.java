package dev.afterglow.intake;

import dev.afterglow.journey.Events;
import dev.afterglow.journey.Recording;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes what senders tell: each event once, and durably before anybody is answered. */
@Service
public class Intake {

    // why: transactions beside each other write each other's half-done pages with every commit; and the other half of
    // the cores is busy with reading what comes in.
    private static final int LANES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Admitting admitting;
    private final StoringTold storing;
    private final Together understood;
    private final Together put;
    private final Rush rush;
    private final Tally tally;
    private final Clock clock;

    Intake(Admitting admitting, StoringTold storing, Arrivals arrivals, Rush rush, Tally tally, Clock clock) {
        this.admitting = admitting;
        this.storing = storing;
        this.understood = new Together(storing::store, LANES);
        this.put = new Together(arrivals::put, 1);
        this.rush = rush;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Takes all of it or nothing; committed when this returns. In a rush it is only kept, and understood soon after;
     * then the answer is "received". In a transaction of the caller's it is understood at once and committed with that.
     *
     * @return what became of each, in the same order
     * @throws Refusal for what cannot be taken
     */
    public List<Recording> take(List<Told> told) {
        if (isInTransaction()) {
            return takeNow(told);
        }
        List<Arrival> arrivals = arrivals(told);
        boolean isLater = (rush.isOn() || rush.isCrowd(waiting()))
                && arrivals.stream().allMatch(one -> Arrivals.takes(one.told()));
        return isLater ? put(arrivals) : counted(arrivals, understood.store(arrivals));
    }

    /** The same, and understood when this returns, however many others come. */
    public List<Recording> takeNow(List<Told> told) {
        List<Arrival> arrivals = arrivals(told);
        return counted(arrivals, isInTransaction() ? storing.store(arrivals) : understood.store(arrivals));
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** How many wait for their turn to be understood. */
    int waiting() {
        return understood.waiting();
    }

    private List<Arrival> arrivals(List<Told> told) {
        Instant now = clock.instant();
        List<Arrival> arrivals = new ArrayList<>();
        told.forEach(one -> arrivals.add(new Arrival(Events.newId(), now, admitting.admitted(one))));
        return arrivals;
    }

    private List<Recording> put(List<Arrival> arrivals) {
        rush.begin();
        try {
            return put.store(arrivals);
        } finally {
            rush.arrived();
        }
    }

    private List<Recording> counted(List<Arrival> arrivals, List<Recording> recordings) {
        tally.count(arrivals, recordings);
        return recordings;
    }
}
