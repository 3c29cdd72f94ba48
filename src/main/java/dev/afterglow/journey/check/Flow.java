package dev.afterglow.journey.check;

/**
 * An arrow from one element to another.
 *
 * @param condition empty when there is none
 */
public record Flow(String id, String name, String from, String to, String condition) {}
