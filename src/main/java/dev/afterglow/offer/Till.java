package dev.afterglow.offer;

import dev.afterglow.access.Guesses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at codes as they were typed, and lets nobody try too many. A typing error is noticed by the last sign and counts
 * for nothing; a well-formed code that nobody has is a guess.
 */
@Component
class Till {

    private static final int LONGEST_VISITOR = 100;

    private final Offers offers;
    private final Guesses guesses;

    Till(Offers offers, Guesses guesses) {
        this.offers = offers;
        this.guesses = guesses;
    }

    /** The offer with this code. */
    Offer find(String typed, @Nullable String visitor, HttpServletRequest request) {
        return offers.with(code(typed, visitor, request))
                .orElseThrow(() -> refused(Objection.UNKNOWN, visitor, request));
    }

    /** The code that was typed, whether anybody has it or not. */
    Code code(String typed, @Nullable String visitor, HttpServletRequest request) {
        Duration wait = guesses.wait(name(visitor, request));
        if (wait.isPositive()) {
            throw NotRedeemable.before(wait);
        }
        return Code.read(typed).orElseThrow(() -> NotRedeemable.because(Objection.UNKNOWN));
    }

    /** Why not, counted when it was a guess. */
    NotRedeemable refused(Objection objection, @Nullable String visitor, HttpServletRequest request) {
        if (objection == Objection.UNKNOWN) {
            guesses.missed(name(visitor, request));
        }
        return NotRedeemable.because(objection);
    }

    // why: a shop's name for somebody is no address of the network, whatever it looks like.
    private static String name(@Nullable String visitor, HttpServletRequest request) {
        return Optional.ofNullable(visitor)
                .filter(given -> !given.isBlank())
                .map(given -> "visitor " + given.substring(0, Math.min(LONGEST_VISITOR, given.length())))
                .map(given -> given.replace(':', ' '))
                .orElseGet(() -> "till at " + request.getRemoteAddr().replace(':', ' '));
    }
}
