package dev.afterglow.messaging.policy;

import java.util.Optional;

/** A rule that may keep a message from being sent. Every send passes all of them, wherever it comes from. */
@FunctionalInterface
interface Policy {

    /** What this rule has against it; empty when nothing. */
    Optional<Objection> objection(Question question);
}
