package dev.afterglow.intake.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far an account's orders are pulled.
 *
 * @param turn counts how often it was taken: only who took it last may write
 * @param dueAt when the next page may be asked for
 * @param reached orders changed before this are all pulled; null before the first time
 * @param window what is being pulled; null in between
 * @param page where in the window, null at its beginning
 * @param counts of this window, or of the one before
 * @param failures in a row
 * @param trouble why the last page could not be had, or null
 * @param finishedAt when a window was last pulled to its end
 */
record Pull(
        String account,
        long turn,
        Instant dueAt,
        @Nullable Instant reached,
        @Nullable Window window,
        @Nullable String page,
        Counts counts,
        int failures,
        @Nullable Trouble trouble,
        @Nullable Instant finishedAt) {

    private static final Duration LONGEST_AGO = Duration.ofDays(60);
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);
    private static final Duration POLITE = Duration.ofSeconds(10);

    // why: what is still on its way to us is not lost.
    private static final Duration GRACE = Duration.ofMinutes(5);

    /**
     * What was found in a window.
     *
     * @param seen orders the shop showed
     * @param found those with a step that journeys had not heard of
     * @param refused those that could not be read
     */
    record Counts(int seen, int found, int refused) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(seen + other.seen, found + other.found, refused + other.refused);
        }
    }

    /** The same, a turn later. */
    Pull taken() {
        return new Pull(account, turn + 1, dueAt, reached, window, page, counts, failures, trouble, finishedAt);
    }

    /** The window that is being pulled, else the one to begin with now. */
    Window windowAt(Instant now, Duration lookBack) {
        if (window != null) {
            return window;
        }
        Instant until = now.minus(GRACE).truncatedTo(ChronoUnit.SECONDS);
        Instant from = (reached == null ? until : reached).minus(lookBack);
        Instant earliest = until.minus(LONGEST_AGO);
        return new Window(from.isBefore(earliest) ? earliest : from, until);
    }

    /** After a page of this window; another one follows if it says so. */
    Pull after(Window pulled, Page read, Counts more, Instant now, Duration every) {
        Counts all = window == null ? more : counts.plus(more);
        return read.next() == null
                ? new Pull(account, turn, now.plus(every), pulled.until(), null, null, all, 0, null, now)
                : new Pull(
                        account, turn, now.plus(read.pause()), reached, pulled, read.next(), all, 0, null, finishedAt);
    }

    /** After it could not be had; goes on at the same place. */
    Pull failed(PullFailed why, Instant now) {
        if (why.trouble() == Trouble.LIMITED) {
            Duration wait = why.wanted().isZero() ? POLITE : why.wanted();
            return at(now.plus(wait), page, failures, trouble);
        }
        boolean isLost = page != null && why.trouble() == Trouble.NOT_FOUND;
        Duration pause = longer(retryAfter(failures), why.wanted());
        return at(now.plus(pause), isLost ? null : page, failures + 1, isLost ? Trouble.PAGE_LOST : why.trouble());
    }

    /** Due again at once, as it was. */
    Pull handedBack(Instant now) {
        return at(now, page, failures, trouble);
    }

    private Pull at(Instant due, @Nullable String place, int failed, @Nullable Trouble why) {
        return new Pull(account, turn, due, reached, window, place, counts, failed, why, finishedAt);
    }

    private static Duration retryAfter(int failures) {
        Duration pause = SHORTEST_RETRY.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
