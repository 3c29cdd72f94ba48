package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Marketing comes at most so often, whichever journeys want it. When two compete, the one with the earlier topic goes
 * first, also when it only waits for the morning.
 */
final class NotTooOften implements Policy {

    private static final Duration STEP_BACK = Duration.ofMinutes(15);

    private final PolicySettings.Frequency limits;
    private final PastMessages past;

    NotTooOften(PolicySettings.Frequency limits, PastMessages past) {
        this.limits = limits;
        this.past = past;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        Customer customer = matter.customer();
        if (!matter.marketing() || customer == null) {
            return Optional.empty();
        }
        // why: twice the time for the same number is half of it, and exact for one a day.
        int stretch = matter.question().audience().preferences().fewer() ? 2 : 1;
        Duration day = Duration.ofDays(stretch);
        Duration week = Duration.ofDays(7L * stretch);
        String own = matter.question().messageId();
        List<Instant> sent = past.marketing(customer.id(), own, matter.now().minus(week));
        Instant free = later(
                freeAt(sent, limits.perDay(), day, matter.now()), freeAt(sent, limits.perWeek(), week, matter.now()));
        Instant ours = past.waitingAhead(customer.id(), own, matter.traits().topic(), matter.now(), day)
                .map(theirs -> later(free, later(theirs, matter.now()).plus(STEP_BACK)))
                .orElse(free);
        return ours.isAfter(matter.now()) ? Reason.FREQUENCY_CAP.until(ours) : Optional.empty();
    }

    /** When the {@code most}-th newest is as old as the window. */
    private static Instant freeAt(List<Instant> newestFirst, int most, Duration window, Instant now) {
        return newestFirst.size() < most ? now : newestFirst.get(most - 1).plus(window);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String says() {
        return "Lets a customer get at most one marketing message a day and three a week over all journeys (both can be"
                + " changed), half of that for who asked for fewer; the topic named earlier in the list of topics goes first.";
    }

    @Override
    public List<Reason> waits() {
        return List.of(Reason.FREQUENCY_CAP);
    }
}
