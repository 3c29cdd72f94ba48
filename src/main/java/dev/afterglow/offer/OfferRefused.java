package dev.afterglow.offer;

/** A file that says what codes give is wrong: the message names file, line and reason. */
class OfferRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OfferRefused(String message) {
        super(message, null, false, false);
    }
}
