package dev.afterglow.intake.providers;

/**
 * The answer to reports that were understood.
 *
 * @param told how many there were
 * @param news how many of them changed anything
 */
public record Taken(int told, int news) {}
