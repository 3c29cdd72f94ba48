package dev.afterglow.journey.check;

import java.util.Map;

/**
 * Work for a worker.
 *
 * @param on the moment a listener works at, such as {@code end}; empty for the work of the step itself
 * @param retries as in the file
 */
public record Job(String type, String on, String retries, Map<String, String> headers) {}
