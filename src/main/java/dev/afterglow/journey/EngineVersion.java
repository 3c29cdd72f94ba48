package dev.afterglow.journey;

/**
 * A process as the engine numbered it.
 *
 * @param journey the process id
 */
record EngineVersion(String journey, int version) {}
