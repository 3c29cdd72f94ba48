package dev.afterglow.journey;

/** A step cannot go on, and trying again will not help: a person must look. Becomes an incident at once. */
public class JourneyProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A problem an operator can read about.
     *
     * @param code names the page in {@code docs/runbook}
     * @param message what is wrong and what to do, with nothing personal in it: operators read it in Operate
     */
    public JourneyProblem(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Names the page in {@code docs/runbook}. */
    public String code() {
        return code;
    }
}
