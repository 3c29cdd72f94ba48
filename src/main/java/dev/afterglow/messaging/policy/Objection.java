package dev.afterglow.messaging.policy;

import java.time.Instant;

/** What a policy has against sending a message now. */
public sealed interface Objection {

    /** A short word with dashes; it reaches the ledger, the console and the metrics. */
    String reason();

    /** It is not sent at all. */
    record Silence(String reason) implements Objection {}

    /** Not before then; it is judged again at that time. */
    record Wait(String reason, Instant until) implements Objection {}
}
