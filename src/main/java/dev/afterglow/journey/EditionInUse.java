package dev.afterglow.journey;

import java.time.Instant;

/**
 * An edition of a journey's folder, and who goes by it.
 *
 * @param journey the process id
 * @param version the engine's version it came into use with last
 * @param since when it came into use last
 * @param kept false when its files were taken out because nobody went by them any more
 * @param newest true when whoever enters now goes by it
 */
public record EditionInUse(
        String journey,
        String folder,
        EditionMark mark,
        int version,
        Instant since,
        boolean kept,
        boolean newest,
        long started,
        long running) {}
