package dev.afterglow.journeys;

/** Something that must be so. */
@FunctionalInterface
interface Expectation {

    /** Fails when it is not so. */
    void check(JourneyTest test);
}
