package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * The answer of the step "Enter journey", as the diagram's gateway reads it.
 *
 * @param declinedBecause null when admitted
 */
public record Admission(boolean admitted, @Nullable String declinedBecause) {}
