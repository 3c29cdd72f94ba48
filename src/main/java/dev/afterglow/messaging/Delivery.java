package dev.afterglow.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message a journey asked for. An answer, never thrown. */
public sealed interface Delivery {

    /** The id of the message in the ledger. */
    String messageId();

    /** The channel took it, now or when it was asked for before. */
    record Sent(String messageId) implements Delivery {}

    /** It was decided not to send it. */
    record Silent(String messageId, String reason) implements Delivery {}

    /** Not now; it is to be asked for again at that time. */
    record Deferred(String messageId, String reason, Instant until) implements Delivery {}

    /** The channel refused it for good. */
    record Rejected(String messageId, String reason) implements Delivery {}

    /**
     * It may or may not have left.
     *
     * @param lookAgain when there may be evidence, or it is sent once more; null when it stays as it is
     */
    record Uncertain(String messageId, @Nullable Instant lookAgain) implements Delivery {}
}
