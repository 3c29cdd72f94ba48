package dev.afterglow.history;

import dev.afterglow.history.file.Group;
import dev.afterglow.intake.Intake;
import dev.afterglow.journey.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes some groups of rows in one transaction, with the place they end at: all of it or nothing. */
@Service
class Batch {

    private final Intake intake;
    private final Imports imports;
    private final Refusals refusals;
    private final CancelledGoods cancelled;

    Batch(Intake intake, Imports imports, Refusals refusals, CancelledGoods cancelled) {
        this.intake = intake;
        this.imports = imports;
        this.refusals = refusals;
        this.cancelled = cancelled;
    }

    /** Somebody stopped this import, or another process works on it. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("no longer ours", null, false, false);
        }
    }

    /**
     * Takes them.
     *
     * @throws Taken when nothing was, because somebody stopped it
     */
    @Transactional
    public void take(Import one, String worker, List<Group> groups, Understanding reading, Duration lease) {
        Counts counts = Counts.NONE;
        List<Refused> refused = new ArrayList<>();
        for (Group group : groups) {
            counts = counts.plus(take(group, reading, refused));
        }
        settle(one, worker, groups.getLast().end(), counts, refused, lease);
    }

    /** Refuses a group that cannot be stored, and goes on after it. */
    @Transactional
    public void giveUp(Import one, String worker, Group group, String reason, Duration lease) {
        List<Refused> refused = group.rows().stream()
                .map(row -> new Refused(row.line(), row.item(), "", reason, true))
                .toList();
        settle(one, worker, group.end(), new Counts(0, 0, refused.size()), refused, lease);
    }

    private void settle(Import one, String worker, long end, Counts counts, List<Refused> refused, Duration lease) {
        refusals.add(one.id(), refused);
        if (!imports.progressed(one.id(), worker, end, counts, lease)) {
            throw new Taken();
        }
    }

    private Counts take(Group group, Understanding reading, List<Refused> refused) {
        if (!cancelled.isOne(group)) {
            return keep(reading.of(group), group.rows().size(), reading, refused);
        }
        Counts counts = Counts.NONE;
        for (int place = 0; place < group.rows().size(); place++) {
            counts = counts.plus(keep(cancelled.of(group, place, reading), 1, reading, refused));
        }
        return counts;
    }

    private Counts keep(Understood understood, int all, Understanding reading, List<Refused> refused) {
        refused.addAll(understood.refused());
        long rows = understood.rows().size();
        if (reading.manner().dryRun()) {
            return new Counts(rows, 0, all - rows);
        }
        List<Recording> recordings = intake.takeNow(understood.told());
        long known = recordings.stream()
                .filter(recording -> recording.outcome().equals("duplicate"))
                .count();
        long knownRows = recordings.isEmpty() ? 0 : rows * known / recordings.size();
        return new Counts(rows - knownRows, knownRows, all - rows);
    }
}
