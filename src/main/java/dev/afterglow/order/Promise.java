package dev.afterglow.order;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which goods were said to arrive.
 *
 * @param day at the delivery address, as it was told
 * @param toldAt when somebody said so; the first that was told is the promise, the latest is what is expected now
 */
public record Promise(LocalDate day, Instant toldAt) {}
