package dev.afterglow.journey;

/** Something outside did not answer as it should, and may do so later: the step is tried again after a while. */
public class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message must hold nothing personal: operators read it in Operate. */
    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
