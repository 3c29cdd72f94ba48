package dev.afterglow.review;

/**
 * Something that was bought and kept.
 *
 * @param id the shop's own id of it; that of a further shop begins with the shop's name and a slash
 */
record Product(String id, String title) {}
