package dev.afterglow.messaging;

/**
 * A message on its way out.
 *
 * @param id of the message in the ledger; the same at every attempt
 * @param to the address
 */
record Envelope(String id, String to, Words.Letter letter) {}
