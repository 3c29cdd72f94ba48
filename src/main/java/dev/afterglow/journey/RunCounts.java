package dev.afterglow.journey;

/**
 * How many runs a journey has had.
 *
 * @param journey the process id
 * @param started admitted, whether still running or not
 */
public record RunCounts(String journey, long started, long running, long ended, long declined) {}
