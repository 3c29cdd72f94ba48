package dev.afterglow.journey;

import java.time.Instant;

/**
 * Not now, but later: the step stays active, visible in Operate, and its worker is asked again at that time. It costs no
 * retry and makes no incident.
 */
public class Deferral extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    /**
     * Puts a step off.
     *
     * @param reason a short word with dashes
     */
    public Deferral(Instant until, String reason) {
        super(reason, null, false, false);
        this.until = until;
    }

    /** When to ask again. */
    public Instant until() {
        return until;
    }

    /** Why not now. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
