package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * The answer to recording an event.
 *
 * @param outcome accepted, ignored or duplicate, as senders read it
 * @param eventId our id of the event; for a duplicate, of the one that was there
 * @param reason why it was ignored
 */
public record Recording(
        String outcome, String eventId, @Nullable String reason) {}
