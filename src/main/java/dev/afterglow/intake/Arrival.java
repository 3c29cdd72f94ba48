package dev.afterglow.intake;

import java.time.Instant;

/**
 * Something told, as it came in.
 *
 * @param id ours, by which its event will be found, unless the same was told before
 * @param at when it came in
 */
record Arrival(String id, Instant at, Told told) {}
