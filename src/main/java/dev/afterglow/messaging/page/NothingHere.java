package dev.afterglow.messaging.page;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The address opens nothing. Why, is nobody's business: unknown, too old and meant for another page look alike. */
final class NothingHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final Duration wait;

    private NothingHere(HttpStatus status, Duration wait) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.wait = wait;
    }

    /** There is no such page, or no longer for this address. */
    static NothingHere atAll() {
        return new NothingHere(HttpStatus.NOT_FOUND, Duration.ZERO);
    }

    /** What the page showed was deleted since. */
    static NothingHere anyMore() {
        return new NothingHere(HttpStatus.GONE, Duration.ZERO);
    }

    /** This visitor asked for too many pages that do not exist. */
    static NothingHere before(Duration wait) {
        return new NothingHere(HttpStatus.TOO_MANY_REQUESTS, wait);
    }

    HttpStatus status() {
        return status;
    }

    /** How long to wait before the next try; zero when that changes nothing. */
    Duration retryAfter() {
        return wait;
    }
}
