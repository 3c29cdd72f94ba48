package dev.afterglow.journey;

/** Those who had bought before, as the room that knows orders can tell. */
@FunctionalInterface
public interface RepeatBuyers {

    /** Whether who wants to enter had bought before what this entry is about. */
    boolean include(Entry entry);
}
