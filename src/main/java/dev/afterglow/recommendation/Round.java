package dev.afterglow.recommendation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time it was counted what goes well with what.
 *
 * @param endedAt when it was done; null while it never was
 * @param customers how many people's purchases counted
 * @param purchases how many different products they bought, person by person
 */
public record Round(Instant beganAt, @Nullable Instant endedAt, int customers, int purchases, int products) {}
