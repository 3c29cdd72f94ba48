package dev.afterglow.journey;

import java.util.Optional;

/** A rule that may keep somebody out of a journey. Every bean of this type is asked, in order. */
@FunctionalInterface
public interface AdmissionRule {

    /** The reason to decline, as a short word with dashes; empty when this rule has none. */
    Optional<String> objection(String journey, Entry entry);
}
