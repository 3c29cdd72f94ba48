package dev.afterglow.intake.providers;

import dev.afterglow.intake.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Turns away senders that do not prove who they are. */
public final class Strangers {

    private static final Logger log = LoggerFactory.getLogger(Strangers.class);

    private Strangers() {}

    /** The door is closed, for nothing is configured to know the sender by. */
    public static Refusal closed(String provider, String setting) {
        log.warn("A report of {} was refused: {} is not set.", provider, setting);
        return refused("Reports of %s are not taken here: %s is not set.".formatted(provider, setting));
    }

    /** The proof is missing or wrong. */
    public static Refusal refused(String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, "Bad signature", detail);
    }
}
