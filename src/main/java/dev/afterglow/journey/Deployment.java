package dev.afterglow.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A journey as the engine knows it.
 *
 * @param journey the process id
 * @param version the engine's version
 * @param name what the diagram calls it
 * @param folder the folder it came from
 */
public record Deployment(
        String journey, int version, @Nullable String name, String folder, Instant deployedAt) {}
