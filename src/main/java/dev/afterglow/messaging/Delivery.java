package dev.afterglow.messaging;

/** What became of a message a journey asked for. An answer, never thrown. */
public sealed interface Delivery {

    /** The id of the message in the ledger. */
    String messageId();

    /** The channel took it, now or when it was asked for before. */
    record Sent(String messageId) implements Delivery {}

    /** It was decided not to send it. */
    record Silent(String messageId, String reason) implements Delivery {}

    /** The channel refused it for good. */
    record Rejected(String messageId, String reason) implements Delivery {}

    /** It may or may not have left, and is not repeated. */
    record Uncertain(String messageId) implements Delivery {}
}
