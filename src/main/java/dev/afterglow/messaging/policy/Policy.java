package dev.afterglow.messaging.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule that may keep a message from being sent. Every send passes all of them, wherever it comes from. */
interface Policy {

    /** What this rule has against it; empty when nothing. */
    Optional<Objection> objection(Matter matter);

    /** What the rule does, in one sentence for people. */
    String says();

    /** The reasons it may give to stay silent. */
    default List<Reason> silences() {
        return List.of();
    }

    /** The reasons it may give to wait. */
    default List<Reason> waits() {
        return List.of();
    }

    /** The rule's own name, such as "only with consent". */
    default String name() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("(?<=A)(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
