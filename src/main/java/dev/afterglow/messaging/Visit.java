package dev.afterglow.messaging;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody followed an address in a message, roughly: machines that check mails are left out where they can be told.
 *
 * @param url where a tracked link led; null for the message in a browser
 */
public record Visit(@Nullable String url, int times) {}
