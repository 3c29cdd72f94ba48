package dev.afterglow.intake.reconciliation;

import java.time.Duration;

/** A shop's orders could not be had. */
class PullFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final Duration wait;

    PullFailed(Trouble trouble) {
        this(trouble, Duration.ZERO);
    }

    /**
     * Failed.
     *
     * @param wait how long the shop wants to be left alone
     */
    PullFailed(Trouble trouble, Duration wait) {
        super(trouble.word());
        this.trouble = trouble;
        this.wait = wait;
    }

    Trouble trouble() {
        return trouble;
    }

    Duration wanted() {
        return wait;
    }
}
