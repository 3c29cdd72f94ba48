package dev.afterglow.offer;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a code is not redeemed. */
enum Objection {
    /** Nobody was given such a code; it may be a typing error. */
    UNKNOWN(HttpStatus.NOT_FOUND, "No such code is known."),
    /** Another order has it. */
    REDEEMED(HttpStatus.CONFLICT, "The code was redeemed for another order."),
    /** It was not redeemed in time. */
    EXPIRED(HttpStatus.GONE, "The code has expired."),
    /** It was taken back. */
    VOID(HttpStatus.GONE, "The code is no longer valid."),
    /** The order is too small. */
    MINIMUM_NOT_REACHED(HttpStatus.UNPROCESSABLE_ENTITY, "The order does not reach the code's minimum."),
    /** The code is an amount of another currency. */
    WRONG_CURRENCY(HttpStatus.UNPROCESSABLE_ENTITY, "The code is for orders in another currency.");

    private final HttpStatus status;
    private final String sentence;

    Objection(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /** The word in the answer. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
