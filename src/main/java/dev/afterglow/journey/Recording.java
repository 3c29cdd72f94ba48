package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * The answer to recording an event.
 *
 * @param outcome accepted, ignored, duplicate or received, as senders read it
 * @param eventId our id of the event; for a duplicate, of the one that was there; for one that was only received, of the
 *     one it becomes, unless it turns out to be a duplicate
 * @param reason why it was ignored
 */
public record Recording(
        String outcome, String eventId, @Nullable String reason) {}
