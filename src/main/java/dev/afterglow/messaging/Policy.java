package dev.afterglow.messaging;

import java.util.Optional;

/** A rule that may keep a message from being sent. Every send passes all of them, wherever it comes from. */
@FunctionalInterface
interface Policy {

    /** The reason to stay silent, as a short word with dashes; empty when this rule has none. */
    Optional<String> silence(Audience audience, Purpose purpose);
}
