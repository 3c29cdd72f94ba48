package dev.afterglow.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds out what is to be done about a case, and when to look at it next. */
@Service
class LookingAtCases {

    private static final Duration NOW_AND_THEN = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(180);

    private final Cases cases;
    private final Clock clock;

    LookingAtCases(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * How the case stands now. One without a deadline is watched over where it was opened.
     *
     * @param remindBefore how long before its deadline the owner is reminded; never before half of the time is over
     */
    CaseOutlook look(String id, Duration remindBefore) {
        Instant now = clock.instant();
        return cases.find(id)
                .map(one -> outlook(one, remindBefore, now))
                .orElse(new CaseOutlook("elsewhere", now.plus(NOW_AND_THEN).toString()));
    }

    private static CaseOutlook outlook(Case one, Duration remindBefore, Instant now) {
        Instant due = one.dueAt();
        if (!one.isOpen() || due == null) {
            return new CaseOutlook(
                    one.isOpen() ? "elsewhere" : "closed",
                    now.plus(NOW_AND_THEN).toString());
        }
        Instant reminder = reminder(one.openedAt(), due, remindBefore);
        Instant next =
                Stream.of(reminder, due).filter(now::isBefore).findFirst().orElse(now.plus(NOW_AND_THEN));
        return new CaseOutlook(news(one, due, reminder, now), next.toString());
    }

    private static String news(Case one, Instant due, Instant reminder, Instant now) {
        if (!now.isBefore(due) && !due.equals(one.escalatedFor())) {
            return "escalate";
        }
        if (now.isBefore(due) && !now.isBefore(reminder) && !due.equals(one.remindedFor())) {
            return "remind";
        }
        boolean tooLong = now.isAfter(due) && !now.isBefore(one.openedAt().plus(LONGEST));
        return tooLong ? "too-long" : "wait";
    }

    private static Instant reminder(Instant opened, Instant due, Duration remindBefore) {
        Instant half = opened.plus(Duration.between(opened, due).dividedBy(2));
        Instant wished = due.minus(remindBefore);
        return wished.isBefore(half) ? half : wished;
    }
}
