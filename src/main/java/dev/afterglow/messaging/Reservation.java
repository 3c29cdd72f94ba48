package dev.afterglow.messaging;

import dev.afterglow.messaging.channel.Envelope;

/** What the ledger says to a wish to send. */
sealed interface Reservation {

    /** It is ours to send, and nobody else's until the lease ends; a later attempt has a higher number. */
    record Ours(Envelope envelope, int attempt) implements Reservation {}

    /**
     * It is decided.
     *
     * @param news true when it was decided just now
     */
    record Decided(Delivery delivery, boolean news) implements Reservation {}

    /** Somebody else is at it. */
    record Theirs() implements Reservation {}
}
