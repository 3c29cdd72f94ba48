package dev.afterglow.calendar;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer lives, as far as days and hours go.
 *
 * @param country ISO 3166-1, two letters; empty when nobody knows
 * @param region state or province as the shop codes it
 */
record Home(ZoneId zone, String country, @Nullable String region) {}
